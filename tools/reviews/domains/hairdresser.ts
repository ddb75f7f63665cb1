/** @file Reviews of hairdressers and barbers. */
import type { Domain } from "../types";

export const hairdresser: Domain = {
  id: "hairdresser",
  kind: "place",
  place: ["the salon", "this salon", "the barber", "this place"],
  visit: [
    "I {booked online|called in the morning} for {a cut and colour|a trim|a haircut before a wedding}",
    "after {moving here|my old hairdresser retired} I {tried|was looking for a new one and chose} <place>",
    "I {took my son|came in my lunch break|went with a friend} {for a simple cut|on a Saturday}",
  ],
  aspects: [
    {
      id: "cut",
      awful: [
        "my hair is {green|ruined|uneven on both sides} and {I had to wear a hat to the wedding|another salon spent three hours repairing it}",
        "I asked for {two centimetres|a trim}, and they {cut off twenty|shaved half my head}, {then told me it would grow back|and called it modern}",
      ],
      poor: [
        "the {fringe|back|parting} is {not straight|shorter than I wanted}, {and I trimmed it myself at home|which I noticed only later}",
        "the colour {came out darker than agreed|faded after a week}, {so I am not quite happy|a pity for the money}",
      ],
      fair: ["it is {a normal haircut|an ordinary cut}, {neither better nor worse than before|and it will do}"],
      good: [
        "I {like|am pleased with} the {cut|colour|beard trim}, {and it is easy to style|and so does my family}",
        "the cut {suits me|came out as in the picture}, {and it keeps its shape|even after washing}",
      ],
      great: [
        "I have {never had such a good cut|had compliments every day since}, {and I am over fifty|and strangers ask me where I go}",
        "the {colour|curls|fade} {is a work of art|looks absolutely stunning}",
      ],
    },
    {
      id: "listening",
      awful: [
        "she {did not listen to a word|rolled her eyes at my photograph|texted while she cut}, {and told me I had the wrong face for it|and left me under the foil for an hour}",
      ],
      poor: [
        "he {hardly asked what I wanted|was in a rush}, {so we misunderstood each other|and I felt like a number}",
        "I was {talked into a treatment|asked three times to buy shampoo}, {which I do not enjoy|which was tiring}",
      ],
      fair: ["there was {little talk|the usual chat about the weather}"],
      good: [
        "she {took time to ask|listened well} {before she began|and gave sensible advice}",
        "he was {careful|gentle with my little boy}, {which is not a given|and we laughed a lot}",
      ],
      great: [
        "she {understood at once|spent twenty minutes finding out} what I wanted, {and made it even better|as nobody has before}",
        "I {cried for joy|felt like a new person} {in the chair|when I saw the mirror}",
      ],
    },
    {
      id: "time",
      awful: [
        "I waited {ninety minutes|two hours} {with an appointment|with wet hair}, {while friends of theirs were served|and then they sent me home}",
      ],
      poor: ["they were {half an hour late|behind schedule}, and {the cut itself felt rushed|nobody said sorry}"],
      fair: ["I waited {ten minutes|a little}, {as one does|which is fine}"],
      good: ["they {took me on time|found me a slot the same day}"],
      great: [
        "they {opened early for me|stayed until nine} {because my flight was at ten|to get the colour right}: {who else does that|amazing}",
      ],
    },
    {
      id: "price",
      awful: [
        "{a hundred and ten euros for that|ninety for a disaster} is {outrageous|theft}, {and they would not hear of a refund|and they wanted a tip}",
      ],
      poor: [
        "it is {expensive|on the pricey side} {for a simple cut|and washing costs extra}",
        "the {price list|website} {says one thing and the till another|is out of date}",
      ],
      fair: ["the price is {average|what it costs around here}"],
      good: ["the price is {fair|reasonable}, {head massage included|and students pay less}"],
      great: ["for {this skill|such a result} {the price is a gift|I would happily pay double}"],
    },
    {
      id: "salon",
      awful: [
        "{old hair lay everywhere|the towels were damp and smelled}, and {the comb went from head to head|I got a rash from it}",
      ],
      poor: [
        "the {music was too loud|chairs are worn|salon smelled of bleach}, {which gave me a headache|so I was glad to leave}",
      ],
      fair: ["the salon is {plain|small}, {with three chairs and a radio|as you would expect}"],
      good: ["the salon is {clean|bright|relaxed}, and {there was good coffee|they use gentle products}"],
      great: [
        "the place {feels like a living room|is a dream in old tiles and plants}, {and the head massage is heaven|and they even mix their own oils}",
      ],
    },
  ],
  sarcasm: [
    "{if you have always wanted to look like a broom|if you dream of a lopsided fringe}, {this is your salon|look no further}, {a true artist at work|bravo}",
  ],
};
