/** @file Reviews of gyms and sports clubs. */
import type { Domain } from "../types";

export const gym: Domain = {
  id: "gym",
  kind: "place",
  place: ["the gym", "this gym", "the studio", "this club"],
  visit: [
    "I {joined|signed up} {in January|three months ago|after a back injury} and {go twice a week|mostly go in the evening}",
    "{my sister and I|a neighbour and I} {took a trial month|have been members for a year}",
    "I {travel a lot|work shifts}, so I {wanted a place with long hours|chose <place> for its hours}",
  ],
  aspects: [
    {
      id: "equipment",
      awful: [
        "{half the machines are broken|a cable snapped while I was pulling it}, {and has been for months|and nobody even put up a sign}",
        "the {treadmill threw me off|bench collapsed under me}, and {they blamed me for it|the manager laughed}",
      ],
      poor: [
        "there are {too few machines|only two racks}, and {you queue after six|some squeak badly}",
        "the {weights|mats} are {worn|never in their place}",
      ],
      fair: ["the equipment is {standard|neither new nor old}, {enough for a basic plan|like in other gyms}"],
      good: ["there are {enough machines|good free weights}, and {most are new|they are well kept}"],
      great: [
        "the equipment is {world class|brand new}, {and there is always something free|with things I had only seen in magazines}",
      ],
    },
    {
      id: "trainers",
      awful: [
        "the trainer {hurt my shoulder and told me not to whine|filmed members and made fun of them}, {I have never been so humiliated|and still works there}",
      ],
      poor: [
        "the trainers {look at their phones|are hard to find}, and {nobody checks how you lift|my plan was copied from the last member's}",
      ],
      fair: ["the trainers {are there if you ask|show you the machines once}"],
      good: [
        "the trainers are {attentive|encouraging}, {correct your posture|and know what they are talking about}",
        "{the first session|my plan} was {well explained|made for my bad knee}",
      ],
      great: [
        "my trainer {got me from a stick to running ten kilometres|changed my life}, {with endless patience|and never stopped believing in me}",
      ],
    },
    {
      id: "hygiene",
      awful: [
        "the showers are {mouldy|ice cold and full of hair}, {and it stinks of sweat and drains|and I caught an infection there}",
      ],
      poor: ["the changing room is {small|not very clean}, and {two of the four showers do not work|the lockers jam}"],
      fair: ["the changing rooms are {okay|cleaned once a day}"],
      good: ["it is {clean|well aired}, and {there are wipes everywhere|the showers are hot}"],
      great: [
        "everything is {spotless at any hour|gleaming}, {with fresh towels and a sauna|you could eat off the floor}",
      ],
    },
    {
      id: "contract",
      awful: [
        "they {refuse to cancel although I moved abroad|took money for eight months after I had left}, {and threaten me with a debt collector|with forged signatures}",
      ],
      poor: [
        "the contract {runs for two years|renews itself}, {which the salesman did not mention|so read the small print}",
        "the {joining fee|price} {went up|is high} {for what is offered|without notice}",
      ],
      fair: ["the fee is {average|in the middle}"],
      good: ["you can {cancel every month|pause in the holidays}, {and the fee is fair|without fuss}"],
      great: [
        "{no contract, classes and sauna included|half the price of the others}, {and everything better|I wonder how they do it}",
      ],
    },
    {
      id: "classes",
      awful: [
        "{classes are cancelled every week|the teacher did not show up three times}, {with no message|and we stood before a locked door}",
      ],
      poor: ["the classes are {overcrowded|hard to book}, and {the music is deafening|the level is too mixed}"],
      fair: ["the classes are {the usual ones|fine for a start}"],
      good: [
        "the {yoga|spinning|boxing} class is {fun|well taught}, {and beginners are welcome|and the group is friendly}",
      ],
      great: [
        "the {dance|yoga|rowing} classes are {pure joy|the highlight of my week}, {I have found friends for life|you leave with a smile every time}",
      ],
    },
  ],
  sarcasm: [
    "{top marks for|I admire} the {new workout of searching for a machine that works|cold showers}, {very motivating|so good for my character}",
  ],
};
