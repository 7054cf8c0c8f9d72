/* A page about a word comes before the names in the library that contain it, and a name that is the word first. */
var Scorer = {
  score: ([, , anchor, , score]) => {
    const plain = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "_");
    const asked = plain((new URLSearchParams(window.location.search).get("q") || "").trim());
    const name = (anchor || "").replace("#", "").split(".").pop();
    return asked && plain(name) === asked ? score + 30 : score;
  },
  objNameMatch: 4,
  objPartialMatch: 1,
  objPrio: { 0: 2, 1: 0, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
