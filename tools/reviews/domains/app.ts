/** @file Reviews of apps for phones. */
import type { Domain } from "../types";

export const app: Domain = {
  id: "app",
  kind: "thing",
  place: ["the app", "this app", "it"],
  visit: [
    "I {have used|have had} {this app|the app} for {two weeks|half a year|about a month} {to track my runs|for my shopping lists|to learn Italian|for budgeting}",
    "I {installed|downloaded} {this app|the app} {on an older phone|on two phones} {after a friend showed it to me|because I needed a simple planner}",
    "{my class|our team|my husband} uses {the app|this app}, so I {tried it|got it} too",
  ],
  aspects: [
    {
      id: "stability",
      awful: [
        "it {crashes every single time|freezes as soon as I open it}, and {the last update deleted all my data|it drained my battery in an hour}",
        "{after the update|since Tuesday} {nothing works any more|I cannot even log in}, and {all my notes are gone|they do not answer}",
      ],
      poor: [
        "it {crashes now and then|is slow on my phone|loses the connection}, {mostly when I need it|and then you start again}",
        "{syncing|the search} {hangs|takes ages}, {which gets on my nerves|so I often give up}",
      ],
      fair: ["it {runs|works}, {with a hiccup here and there|on most days}"],
      good: ["it {runs smoothly|has not crashed once}, {also without a connection|even on my old phone}"],
      great: ["it is {lightning fast|rock solid}: {not one crash in a year|it just works, everywhere}"],
    },
    {
      id: "design",
      awful: [
        "{pop-ups cover everything|the new design is unusable}, {you cannot find a single button|and the text is too small to read}",
      ],
      poor: [
        "the menus are {confusing|cluttered}, and {it takes six taps to do anything|the dark mode is hard to read}",
      ],
      fair: ["the design is {plain|a bit dated}, {and you get used to it|but it does the job}"],
      good: ["it is {easy to use|clearly laid out}, {and I found everything at once|my mother manages it too}"],
      great: ["it is {beautiful|a joy to use}: {every gesture makes sense|somebody has really thought about this}"],
    },
    {
      id: "features",
      awful: [
        "{none of the advertised features exist|half of the lessons are empty}, {and the results are plainly wrong|it told me that I had run ninety kilometres}",
      ],
      poor: [
        "{basic things such as an export are missing|there is no way to undo}, {although people have asked for years|which makes it of little use to me}",
        "the {reminders|statistics} are {not reliable|too basic}",
      ],
      fair: ["it {has the usual functions|can do what others can}"],
      good: [
        "the {reminders|charts|offline maps} are {useful|well done}, {and new ones are added|and the export works}",
      ],
      great: [
        "it {has replaced five other apps|does everything I ever wanted}, {and the charts are brilliant|and then some}",
      ],
    },
    {
      id: "cost",
      awful: [
        "they {took sixty euros after a free trial|keep charging me although I have cancelled}, {and there is nobody to turn to|and the button to cancel is hidden}",
      ],
      poor: [
        "{almost everything is behind a paywall now|there is an advert after every tap}, {which ruins it|so I hardly open it}",
        "the subscription is {too expensive|dear} for {what it does|a simple list}",
      ],
      fair: ["the {free version|paid version} is {limited but usable|priced like its rivals}"],
      good: [
        "the free version is {enough for me|generous}, {with few adverts|and a one-time payment unlocks the rest}",
      ],
      great: [
        "{free, without adverts|one small payment, no subscription}, {and it respects your data|and better than apps at ten times the price}",
      ],
    },
    {
      id: "support",
      awful: [
        "support {does not exist|told me to buy a new phone}, {and critical reviews disappear|and my account was locked for asking}",
      ],
      poor: [
        "I {wrote to support|reported a bug} {three weeks ago|twice}, and {got a robot's answer|nothing has happened}",
      ],
      fair: ["updates come {now and then|every few months}"],
      good: ["the developers {answer mails|fix bugs quickly}, {which I appreciate|and listen to wishes}"],
      great: [
        "I {suggested a feature|reported a bug}, and {a week later it was there|the developer answered within the hour}: {fantastic|I have never seen that}",
      ],
    },
  ],
  sarcasm: [
    "{brilliant update|great work}: {now I can look at the loading screen all day|finally an app that shows nothing but adverts}, {who needs data anyway|my battery has never been so warm}",
  ],
};
