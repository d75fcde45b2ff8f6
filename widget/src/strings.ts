/** The widget's own words, in both languages. What the bot says comes from the server. */

import type { FailureKind } from "./api";
import type { Locale } from "./contract";

/** «1 minutt», «5 minutter». */
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const nb = {
  heading: "Trygg samtale",
  launcher: "Trygg samtale – spør anonymt",
  close: "Lukk",
  language: "Språk",
  leave: "Forlat siden",
  leaveHint: "Lukker samtalen og åpner en nøytral side. Du kan også trykke Escape to ganger.",
  leaveOnce: "Trykk Escape én gang til for å forlate siden.",

  conversation: "Samtalen",
  you: "Du",
  bot: "Svar",
  acute: "Dette haster",
  opening: "Åpner en anonym samtale …",
  waiting: "Venter på svar …",
  held: (seconds: number) => `Det gikk litt fort. Meldingen sendes om ${counted(seconds, "sekund", "sekunder")}.`,
  masked: "Slik leste jeg det: det som kan vise hvem noen er, er byttet ut.",
  source: "Kilde",
  sources: (count: number) => `${count} kilder`,

  step: (index: number, count: number) => `Steg ${index} av ${count}`,
  rehearsal: "Øving",
  fictitious: "Ungdommen er oppdiktet",
  takenBack: "Tatt tilbake",
  choose: "Velg et svar",
  chooseSeveral: "Du kan velge flere.",
  sendChosen: (count: number) => (count ? `Send ${counted(count, "valg", "valg")}` : "Send valgene"),
  chooseFirst: "Velg minst ett svar først, eller skriv selv.",

  summary: "Svarene dine",
  change: "Endre",

  documents: "Dokumentet ditt",
  documentsHint: "Ta vare på det nå. Det blir borte når samtalen er slutt.",
  severalDocuments: "Dokumentene dine",
  severalDocumentsHint: "Ta vare på dem nå. De blir borte når samtalen er slutt.",
  kinds: {
    drofting: "Alt i ett",
    sakssammendrag: "Sammendrag av saken",
    samradsmote: "Saksliste til samrådsmøte",
    trygghetsplan: "Utkast til trygghetsplan",
    trygghetssamtale: "Malen, fylt ut",
    sjekkliste: "Sjekklisten",
    paminnelser: "Datoer til kalenderen",
    ovelse: "Tilbakemeldingen",
  } as Readonly<Record<string, string>>,
  formats: {
    docx: "Last ned Word",
    html: "Åpne for utskrift",
    json: "Last ned JSON",
    ics: "Legg i kalenderen",
  } as Readonly<Record<string, string>>,
  download: "Last ned",
  newTab: "åpnes i ny fane",

  receipt: "Koden din",
  receiptHint:
    "Med koden kan du fortsette eller slette det som er lagret, også en annen dag. Vi viser den bare nå, og ingen kan lage den på nytt. Skriv den ned et sted bare du ser.",
  copy: "Kopier koden",
  copied: "Koden er kopiert.",
  notCopied: "Koden er merket. Kopier den med Ctrl+C eller ved å holde fingeren på den.",
  saved: "Jeg har lagret koden",
  hideCode: "Skjul koden",
  saveFirst: "Kryss av når du har lagret koden. Da kan du skjule den.",

  write: "Skriv her, uten navn",
  writeHint: "Enter sender. Shift og Enter gir ny linje.",
  send: "Send",
  left: (count: number) => `${counted(count, "tegn", "tegn")} igjen`,
  over: (count: number) => `${counted(count, "tegn", "tegn")} for mye. Del det gjerne i to meldinger.`,

  haveCode: "Jeg har en kode fra før",
  code: "Koden din",
  codeHint: "Mellomrom, bindestreker og store eller små bokstaver spiller ingen rolle.",
  codeWarning: "Samtalen du har nå, blir slettet.",
  useCode: "Hent fram",
  noSuchCode:
    "Vi finner ikke noe som hører til denne koden. Se om alle tegnene er med. Det som er lagret, slettes også etter en tid.",
  cancel: "Avbryt",

  delete: "Slett samtalen",
  deleteQuestion: "Vil du slette samtalen?",
  deleteHint: "Alt du har skrevet her, blir borte med en gang. Det kan ikke hentes tilbake.",
  deleteYes: "Ja, slett",
  deleteNo: "Nei, behold den",
  deleted: "Samtalen er slettet. Har du lagret noe med en kode, ligger det til du sletter det.",
  deletedUnheard:
    "Samtalen er borte herfra, men vi fikk ikke kontakt med tjenesten. Den slettes der av seg selv innen en time.",
  startAgain: "Start på nytt",

  endsSoon: (count: number) => `Samtalen slettes om ${counted(count, "minutt", "minutter")} uten aktivitet.`,
  goOn: "Fortsett",
  ended: "Samtalen er avsluttet og slettet fordi det gikk lang tid uten aktivitet.",

  again: "Prøv igjen",
  failures: {
    offline: "Vi fikk ikke kontakt. Det du skrev, er ikke borte.",
    unavailable: "Noe virker ikke akkurat nå. Det du skrev, er ikke borte. Vent litt og prøv igjen.",
    busy: "Det er mange som skriver akkurat nå. Vent litt og prøv igjen.",
    ended: "Samtalen er avsluttet og slettet fordi det gikk lang tid uten aktivitet.",
    refused: "Dette kunne vi ikke ta imot. Prøv å skrive det på en annen måte.",
  } satisfies Record<FailureKind, string> as Readonly<Record<FailureKind, string>>,
  cannotOpen:
    "Vi får ikke åpnet samtalen akkurat nå. Vent litt og prøv igjen. Haster det, kan du ringe numrene på siden.",

  dangerNow: "Fare nå?",
  call: "Ring",
  police: "Politiet",
  doctor: "Legevakt",

  flows: {
    plikt: "Må jeg melde fra?",
    drofting: "Anonym drøfting",
    trygghetssamtale: "Trygghetssamtalen",
  } as Readonly<Record<string, string>>,
};

export type Words = typeof nb;

const nn: Words = {
  heading: "Trygg samtale",
  launcher: "Trygg samtale – spør anonymt",
  close: "Lukk",
  language: "Språk",
  leave: "Forlat sida",
  leaveHint: "Lukkar samtalen og opnar ei nøytral side. Du kan òg trykkje Escape to gonger.",
  leaveOnce: "Trykk Escape éin gong til for å forlate sida.",

  conversation: "Samtalen",
  you: "Du",
  bot: "Svar",
  acute: "Dette hastar",
  opening: "Opnar ein anonym samtale …",
  waiting: "Ventar på svar …",
  held: (seconds) => `Det gjekk litt fort. Meldinga blir send om ${counted(seconds, "sekund", "sekund")}.`,
  masked: "Slik las eg det: det som kan vise kven nokon er, er bytt ut.",
  source: "Kjelde",
  sources: (count) => `${count} kjelder`,

  step: (index, count) => `Steg ${index} av ${count}`,
  rehearsal: "Øving",
  fictitious: "Ungdommen er oppdikta",
  takenBack: "Teke tilbake",
  choose: "Vel eit svar",
  chooseSeveral: "Du kan velje fleire.",
  sendChosen: (count) => (count ? `Send ${counted(count, "val", "val")}` : "Send vala"),
  chooseFirst: "Vel minst eitt svar først, eller skriv sjølv.",

  summary: "Svara dine",
  change: "Endre",

  documents: "Dokumentet ditt",
  documentsHint: "Ta vare på det no. Det blir borte når samtalen er slutt.",
  severalDocuments: "Dokumenta dine",
  severalDocumentsHint: "Ta vare på dei no. Dei blir borte når samtalen er slutt.",
  kinds: {
    drofting: "Alt i eitt",
    sakssammendrag: "Samandrag av saka",
    samradsmote: "Sakliste til samrådsmøte",
    trygghetsplan: "Utkast til tryggleiksplan",
    trygghetssamtale: "Malen, fylt ut",
    sjekkliste: "Sjekklista",
    paminnelser: "Datoar til kalenderen",
    ovelse: "Tilbakemeldinga",
  },
  formats: {
    docx: "Last ned Word",
    html: "Opne for utskrift",
    json: "Last ned JSON",
    ics: "Legg i kalenderen",
  },
  download: "Last ned",
  newTab: "opnar i ny fane",

  receipt: "Koden din",
  receiptHint:
    "Med koden kan du halde fram eller slette det som er lagra, òg ein annan dag. Vi viser han berre no, og ingen kan lage han på nytt. Skriv han ned ein stad berre du ser.",
  copy: "Kopier koden",
  copied: "Koden er kopiert.",
  notCopied: "Koden er merkt. Kopier han med Ctrl+C eller ved å halde fingeren på han.",
  saved: "Eg har lagra koden",
  hideCode: "Skjul koden",
  saveFirst: "Kryss av når du har lagra koden. Då kan du skjule han.",

  write: "Skriv her, utan namn",
  writeHint: "Enter sender. Shift og Enter gir ny linje.",
  send: "Send",
  left: (count) => `${counted(count, "teikn", "teikn")} att`,
  over: (count) => `${counted(count, "teikn", "teikn")} for mykje. Del det gjerne i to meldingar.`,

  haveCode: "Eg har ein kode frå før",
  code: "Koden din",
  codeHint: "Mellomrom, bindestrekar og store eller små bokstavar har ikkje noko å seie.",
  codeWarning: "Samtalen du har no, blir sletta.",
  useCode: "Hent fram",
  noSuchCode:
    "Vi finn ikkje noko som høyrer til denne koden. Sjå om alle teikna er med. Det som er lagra, blir òg sletta etter ei tid.",
  cancel: "Avbryt",

  delete: "Slett samtalen",
  deleteQuestion: "Vil du slette samtalen?",
  deleteHint: "Alt du har skrive her, blir borte med ein gong. Det kan ikkje hentast tilbake.",
  deleteYes: "Ja, slett",
  deleteNo: "Nei, behald han",
  deleted: "Samtalen er sletta. Har du lagra noko med ein kode, ligg det til du slettar det.",
  deletedUnheard:
    "Samtalen er borte herifrå, men vi fekk ikkje kontakt med tenesta. Han blir sletta der av seg sjølv innan ein time.",
  startAgain: "Start på nytt",

  endsSoon: (count) => `Samtalen blir sletta om ${counted(count, "minutt", "minutt")} utan aktivitet.`,
  goOn: "Hald fram",
  ended: "Samtalen er avslutta og sletta fordi det gjekk lang tid utan aktivitet.",

  again: "Prøv igjen",
  failures: {
    offline: "Vi fekk ikkje kontakt. Det du skreiv, er ikkje borte.",
    unavailable: "Noko verkar ikkje akkurat no. Det du skreiv, er ikkje borte. Vent litt og prøv igjen.",
    busy: "Det er mange som skriv akkurat no. Vent litt og prøv igjen.",
    ended: "Samtalen er avslutta og sletta fordi det gjekk lang tid utan aktivitet.",
    refused: "Dette kunne vi ikkje ta imot. Prøv å skrive det på ein annan måte.",
  },
  cannotOpen:
    "Vi får ikkje opna samtalen akkurat no. Vent litt og prøv igjen. Hastar det, kan du ringje numra på sida.",

  dangerNow: "Fare no?",
  call: "Ring",
  police: "Politiet",
  doctor: "Legevakt",

  flows: {
    plikt: "Må eg melde frå?",
    drofting: "Anonym drøfting",
    trygghetssamtale: "Trygghetssamtalen",
  },
};

export const STRINGS: Readonly<Record<Locale, Words>> = { nb, nn };

/** The two languages by their own names: they are the same in both. */
export const LANGUAGES: Readonly<Record<Locale, string>> = { nb: "Bokmål", nn: "Nynorsk" };
