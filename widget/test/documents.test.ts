import { expect, test } from "vitest";
import { withoutStyles } from "../src/documents";

test("the rules of a document are taken out of it and nothing else is", () => {
  expect(
    withoutStyles('<head><style media="print">p{color:red}</style></head><p>style</p><STYLE>\nb{}\n</STYLE>'),
  ).toEqual({
    html: "<head></head><p>style</p>",
    css: "p{color:red}\n\nb{}\n",
  });
});
