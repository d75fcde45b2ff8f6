/** What the one script does: it makes `<trygg-samtale>` known to the page. */

import { TryggSamtale } from "./element";

if (!customElements.get("trygg-samtale")) customElements.define("trygg-samtale", TryggSamtale);
