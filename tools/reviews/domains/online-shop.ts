/** @file Reviews of shops on the internet. */
import type { Domain } from "../types";

export const onlineShop: Domain = {
  id: "online-shop",
  kind: "thing",
  place: ["the shop", "this online shop", "the site", "this seller"],
  visit: [
    "I {ordered|bought} {a pair of boots|a desk lamp|a rucksack|two pans} {here|from <place>} {in March|for my sister|after comparing a few shops}",
    "this was my {first|second|third} order {with them|at <place>}, {a winter coat this time|for a kettle}",
    "<we> needed {a crib|new chairs|a coffee grinder} {at short notice|before a move} and {found it at <place>|ordered it here}",
  ],
  aspects: [
    {
      id: "product",
      awful: [
        "the {boots fell apart|lamp caught fire|zip broke|handle came off} {on the first day|after a week}, and {it smells of chemicals too|the glue was still wet}",
        "what arrived was {a cheap fake|used and dirty|a completely different model}, {with somebody's hair on it|with the label cut out}",
      ],
      poor: [
        "the {material|finish|fabric} {feels cheaper than it looks online|is thin}, and {one screw was missing|the colour is off}",
        "the size {runs small|does not match the chart}, {so I had to send it back|which is annoying}",
      ],
      fair: ["the {quality|product} is {okay for the price|as described}, {no more|without being special}"],
      good: [
        "the {coat|lamp|rucksack|pan} is {well made|just as in the pictures|sturdy}",
        "I am {happy|pleased} with the {quality|fit|colour}, {and it has lasted so far|after three months of use}",
      ],
      great: [
        "the quality is {superb|far beyond the price}, {every seam is perfect|you feel it in your hand}",
        "{the boots|the chairs} are {the best I have ever owned|even more beautiful than in the pictures}",
      ],
    },
    {
      id: "delivery",
      awful: [
        "the parcel {never came|was thrown over the fence|arrived crushed and open}, {and they say it is not their problem|six weeks late}",
      ],
      poor: [
        "delivery took {two weeks instead of three days|much longer than stated}, and {the tracking never changed|I heard nothing}",
        "the box was {torn|far too big}, {and one corner was scratched|with no padding}",
      ],
      fair: ["delivery took {four days|about a week}, {as stated|as with most shops}"],
      good: ["it {came two days later|arrived on time} and {was well packed|you could follow it}"],
      great: [
        "ordered {at night|on Sunday}, it was {at my door the next morning|here within a day}, {wrapped like a present|packed without any plastic}",
      ],
    },
    {
      id: "support",
      awful: [
        "{nobody answers|they hang up}, and {the chat robot sends you in circles|my ten mails were ignored}, {while my money is gone|for two months now}",
        "customer service {called me a liar|demanded that I pay for their mistake}, {in writing|and blocked my account}",
      ],
      poor: [
        "support {took five days to answer|sent me a standard text}, and {I had to explain everything three times|did not solve it}",
      ],
      fair: ["support {answered after a day or two|gave the information I needed}"],
      good: ["the support {answered quickly|was friendly} and {sent the missing part|sorted it out}"],
      great: [
        "they {sent a new one the same day|called me within minutes}, {and let me keep the first|and asked no questions}: {that is how it should be|wonderful}",
      ],
    },
    {
      id: "returns",
      awful: [
        "they {refuse the return|still owe me a hundred and twenty euros|say the parcel was empty}, {against the law|and my lawyer will write to them}",
      ],
      poor: [
        "returns {cost eight euros|have to go abroad}, {which they hide in the small print|which eats up the discount}",
        "the refund {took a month|came in the end, minus a fee}",
      ],
      fair: ["sending it back {is possible|works}, {with the usual form|if you print the label yourself}"],
      good: ["the return was {easy|free}, and {the money was back within a week|no questions were asked}"],
      great: [
        "they {refunded me before I had even sent it back|took it back after three months}, {which I have never seen before|and apologised for the trouble}",
      ],
    },
    {
      id: "site",
      awful: [
        "the site {charged me three times|signed me up for a subscription}, {and there is no way to cancel|without asking}",
      ],
      poor: [
        "the site {is slow|crashed at the checkout|shows things that are out of stock}, {so I had to start again|which cost me an evening}",
      ],
      fair: ["the site is {like many others|usable}"],
      good: ["the site is {clear|easy to search}, {with honest photographs|with useful size charts}"],
      great: [
        "the descriptions are {honest down to the flaws|wonderfully exact}, {and the video helped me choose|better than in any shop in town}",
      ],
    },
  ],
  sarcasm: [
    "{lovely surprise|what a treat}: {an empty box|one left boot, no right one}, {beautifully wrapped|delivered with great care}, {for only ninety euros|I will treasure it}",
  ],
};
