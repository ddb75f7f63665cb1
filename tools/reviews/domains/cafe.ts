/** @file Reviews of cafés and bakeries. */
import type { Domain } from "../types";

export const cafe: Domain = {
  id: "cafe",
  kind: "place",
  place: ["the café", "this café", "this little bakery", "the coffee shop"],
  visit: [
    "<we> {stopped|dropped in} here {on the way to work|before a train|after a long walk} for {coffee and a bun|breakfast|a quick snack}",
    "I {work from|read in} cafés a lot, and {<place> is the nearest|a friend told me about <place>}",
    "{the queue|the smell of bread} {outside|on the corner} made {me|us} curious, so {I|we} {went in|gave it a try}",
  ],
  aspects: [
    {
      id: "coffee",
      awful: [
        "the {coffee|cappuccino|espresso} tasted {burnt and sour|like dishwater|of old grease}, and I {poured it away|left it after one sip}",
        "my {latte|flat white} was {stone cold|made with milk that had turned}, {twice in a row|and they insisted that it was fine}",
      ],
      poor: [
        "the {coffee|flat white} was {weak|bitter|lukewarm} and {came in a paper cup although I stayed|had no foam to speak of}",
        "I {expected|had hoped for} better coffee {from a place with such a machine|at this price}",
      ],
      fair: [
        "the {coffee|tea} is {drinkable|fine|ordinary}, {no better and no worse than elsewhere|the kind you get at a station}",
      ],
      good: [
        "the {coffee|cappuccino} is {strong and smooth|good|properly made}",
        "they {roast their own beans|know how to make a flat white}, and {you can taste it|it shows}",
      ],
      great: [
        "this is {hands down|without a doubt} the best {espresso|coffee|hot chocolate} {in the city|I have had outside Italy}",
        "the {coffee|filter brew} is {outstanding|a revelation}: {fruity, clear and never bitter|I think about it all week}",
      ],
    },
    {
      id: "baking",
      awful: [
        "the {croissant|cake|sandwich} was {stale|mouldy underneath|frozen in the middle} and {they would not take it back|hard as a brick}",
        "there was {a hair|a piece of plastic} in my {muffin|sandwich}, {and all I got was a shrug|and nobody cared}",
      ],
      poor: [
        "the {cheesecake|brownie|quiche} was {dry|far too sweet|soggy} and {clearly from the day before|smaller than in the photograph}",
        "by {ten|noon} {half the shelves were empty|there was hardly any choice left}",
      ],
      fair: ["the {bread|cake} is {okay|average}, {a bit on the sweet side|much like supermarket bread}"],
      good: [
        "the {cinnamon rolls|bagels|sourdough} are {fresh|tasty|generous}, {and there is a vegan choice|and still warm in the morning}",
        "I {liked|enjoyed} the {carrot cake|apple tart|cheese scones}",
      ],
      great: [
        "the {almond croissants|lemon tart|rye bread} {are heavenly|melt in your mouth|beat anything I ate in Paris}",
        "I would {walk an hour|get up at five} for their {cardamom buns|sourdough}",
      ],
    },
    {
      id: "staff",
      awful: [
        "the {girl|man} at the till {snapped at an old lady|talked on the phone while I ordered|called me stupid for asking about oat milk}",
        "they {ignored us|served three people before us} and {then laughed about it|told us to hurry up}",
      ],
      poor: [
        "the staff {look bored|barely greet you|chat among themselves} {while the queue grows|and forget your order}",
        "I had to {repeat|correct} my order {twice|three times}",
      ],
      fair: ["the staff {do their job|are neither warm nor rude}"],
      good: [
        "the {barista|team} is {friendly|relaxed|patient} and {remembers regulars|happy to explain the beans}",
        "they {smile|greet you by name} {even when it is full|in the morning rush}",
      ],
      great: [
        "the {owner|barista} {brought my daughter a free biscuit|ran after me with the scarf I had left}: {what a lovely person|you feel at home at once}",
        "the {people here|team} are {pure sunshine|the kindest in town}",
      ],
    },
    {
      id: "seats",
      awful: [
        "the {tables|chairs} were {covered in crumbs and sticky stains|filthy} and {the bin was overflowing|wasps sat on the cakes}",
        "the {toilet|bathroom} was {disgusting|blocked and flooded}, {in a place that sells food|which says it all}",
      ],
      poor: [
        "there are {too few seats|wobbly tables}, and {it gets very loud|the draught from the door is unpleasant}",
        "the wifi {drops all the time|was down again}, and {there is one socket for twenty people|laptops are not welcome}",
      ],
      fair: ["inside there is room for {a dozen people|ten or so}, and {it is plain|it looks like any other café}"],
      good: [
        "it is {a nice place to sit|bright and calm}, with {good wifi|big windows|sofas at the back}",
        "the {corner by the window|small terrace} is {a pleasant spot|cosy}",
      ],
      great: [
        "the {old tiles and the plants|garden behind the house} make it {the prettiest café around|a place to stay all day}",
      ],
    },
    {
      id: "price",
      awful: [
        "{nine euros for a toast|seven euros for a small coffee} is {a joke|shameless}, and {they kept the change|the receipt was wrong on top}",
      ],
      poor: [
        "it is {dear|on the expensive side} for {a slice of cake|a takeaway}",
        "the prices {have gone up again|are a bit steep}",
      ],
      fair: ["you pay {what you pay everywhere|the usual prices}"],
      good: ["the {breakfast set|coffee and cake deal} is {good value|fairly priced}"],
      great: ["{huge portions|everything home-made} for {so little money|student prices}: {I love it|unbeatable}"],
    },
  ],
  sarcasm: [
    "{congratulations|well done} on {inventing coffee without taste|charging seven euros for hot water}, {truly impressive|what a talent}",
  ],
};
