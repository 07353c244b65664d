/**
 * What one letter costs after another in the words of source text, in half bits, one base-36 digit each: row = the letter before (a to z, then
 * "a word begins"), column = the letter. Counted over 310,000 different words of 6,200 source and documentation files (npm packages, Python's
 * library), each weighted with the root of how often it occurs, by test/core/secrets/count-letter-pairs.ts.
 */
export const LETTER_PAIRS: readonly string[] = [
  "ha78ie9lbke687o9n685bdfdcj",
  "6dbe7fgj78i5ff7dn9af6kkj9i",
  "7hce6gk6bj78eh4fl9c6ajjmeo",
  "7de93dei5ihafg8glb9d9hjido",
  "9e88cbckghi7a6gbc567hce8cm",
  "7fcd77gk3nm8ge6gn8aa9lklco",
  "bgeh3ib96oj9b8afo879agjmci",
  "5jjg4jlj5ohecg6hobd69lmmen",
  "bb99ab9njmh8946bla67icpdsc",
  "9kgf4hjkbjfiii8dhh2j9jdnjp",
  "8gdd2eah6ihcgbcdjd7dbhckgm",
  "7ffa47gk5ng7hh6eoha99ekobn",
  "4agd4iil7hhb9e77mhaebhmkfo",
  "7j867a6i9jcdgc8clh75bblngm",
  "db97idcmdgc984b8p5a99cafjk",
  "5ifd5hid9qe7dh79l6979hkmam",
  "gghgigjjgmo8dfkgfbbe1ggkmk",
  "7gab4fbl7pdcab6fp978beipaq",
  "ai9f4fh97ndcff89gf749gfibp",
  "7ibf5fj65pjdei7an789bkgg8l",
  "a9bb7bcn9qj686e8p676hkqgon",
  "4gci2hek6pmhehbepgcffkimhm",
  "5hhd7gg85mgdi76gl68ekj9ikn",
  "af7f6djg8nlfbfe4lge4hildah",
  "bdcgbfajclj896c3ld77ghajgg",
  "8ihh3gjg7mjddh3gjgcgiljlbc",
  "9a7989ab9ed99aa8h968abbcie",
];
