/** @file Reviews of shops that repair phones and computers. */
import type { Domain } from "../types";

export const repairShop: Domain = {
  id: "repair-shop",
  kind: "place",
  place: ["the shop", "this shop", "the repair shop", "this place"],
  visit: [
    "I {brought|took} {my phone|my laptop|my daughter's tablet} here {with a cracked screen|because it would not charge|after it had fallen into the sink}",
    "my {battery|keyboard|screen} {died|gave up} {a week before my exams|in the middle of a project}, so I {looked for a shop nearby|went to <place>}",
    "I {found|picked} <place> {on a map|after the maker had quoted a fortune|because it opens on Saturdays}",
  ],
  aspects: [
    {
      id: "repair",
      awful: [
        "the {screen|battery|speaker} {failed again after two days|never worked at all}, and {now the camera is broken too|they had scratched the case on top}",
        "they {wiped all my photographs|broke the charging port|gave me back a phone that does not turn on} and {claimed that it had been like that|denied everything}",
      ],
      poor: [
        "the {new screen|battery} {is not as bright as the old one|lasts half as long as it should}, and {I had to go back twice|there is dust under the glass}",
        "it {works again, more or less|still freezes now and then}, {but the cover does not close properly|so the fault was not really found}",
      ],
      fair: ["the {phone|laptop} {works|does what it should}, {and time will tell|as one may expect after a repair}"],
      good: [
        "the {screen|battery|keyboard} {works well|looks like new}, {and everything was still on it|and they cleaned it too}",
        "they {found the fault|fixed it} {at the first try|without replacing the whole board}",
      ],
      great: [
        "they {saved|rescued} {ten years of family photographs|my thesis}, {after two other shops had given up|and would not even take a tip}",
        "my {laptop|phone} {runs better than on the day I bought it|is perfect again}: {masterful work|these people are magicians}",
      ],
    },
    {
      id: "time",
      awful: [
        "{two hours|a day} turned into {five weeks|a month and a half}, {with a new excuse every time I called|and they lost my phone in between}",
      ],
      poor: [
        "it took {three days longer than promised|a week instead of a day}, and {nobody called|I had to ask}",
        "I {had to come back twice|waited an hour} {although I had an appointment|because the part had not come}",
      ],
      fair: ["it took {two days|as long as they had said}, {which is normal|no more and no less}"],
      good: [
        "it was {ready the same day|done while I had a coffee}",
        "they {kept to the time|called me when it was ready}",
      ],
      great: [
        "{twenty minutes|half an hour} and it was done, {on a holiday|while I waited}: {unbelievable|I was speechless}",
      ],
    },
    {
      id: "price",
      awful: [
        "the {quote was sixty|agreed price was eighty}, and the bill said {a hundred and ninety|two hundred and forty}; {they kept my laptop until I paid|that is a scam}",
      ],
      poor: [
        "{eighty euros for a battery|the fee for just looking at it} is {a lot|too much}",
        "it cost {more than the estimate|nearly as much as a used one}",
      ],
      fair: ["the price was {the same as elsewhere|average for such a repair}"],
      good: [
        "the price was {fair|lower than the maker's}, {and it was the price they had named|with half a year of warranty}",
      ],
      great: [
        "they {did not charge me at all|took five euros}, {since it was only a loose cable|because it was quick}: {honest people still exist|who does that these days}",
      ],
    },
    {
      id: "advice",
      awful: [
        "the man {mocked me for not knowing the model|told my mother lies to sell her a new phone}, {and became rude when I asked for the old part|loudly, before other customers}",
      ],
      poor: [
        "they {explained little|answered in jargon}, and {seemed more interested in selling me a case|I left none the wiser}",
        "on the phone they {were short|said one thing and in the shop another}",
      ],
      fair: ["the {conversation|handover} was {brief|businesslike}"],
      good: [
        "they {explained what was wrong|showed me the broken part} {in plain words|without talking down to me}",
        "the {technician|young woman} was {honest about the options|patient with my questions}",
      ],
      great: [
        "they {advised me against an expensive repair|spent half an hour teaching my father how to back up}, {and asked nothing for it|simply because they care}",
      ],
    },
    {
      id: "shop",
      awful: [
        "the counter was {buried in open phones without names|a mess}, {and mine had somebody else's card in it|and customers' data lay open on the screen}",
      ],
      poor: [
        "the shop is {hard to find|cramped|often closed at the stated hours}",
        "there was {one person for ten customers|a long queue}",
      ],
      fair: ["it is {a small shop|a counter with a workbench}, {like others of its kind|and looks as such shops do}"],
      good: ["the shop is {tidy|well organised}, {and you get a proper receipt|and you can follow the repair online}"],
      great: [
        "you can {watch them work behind glass|sit with a free coffee}, {and everything is labelled and spotless|which builds trust at once}",
      ],
    },
  ],
  sarcasm: [
    "{great service|fantastic}: I {brought a phone with a crack|came with one fault} and {went home with three|left with a paperweight}, {and it only took five weeks|for a modest two hundred euros}",
  ],
};
