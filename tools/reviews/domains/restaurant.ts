/** @file Reviews of restaurants. */
import type { Domain } from "../types";

export const restaurant: Domain = {
  id: "restaurant",
  kind: "place",
  place: ["the restaurant", "this place", "this restaurant", "the bistro"],
  visit: [
    "we {came|went} here {on a Friday evening|on a rainy Sunday|for lunch on a Tuesday} {with my parents|with two friends|for our anniversary|after a concert}",
    "a colleague {suggested|picked} <place> for {a team dinner|a birthday|her farewell meal}",
    "we {booked a table for four|booked online a week ahead|walked in without a booking} {and sat by the window|and got a corner table|and were a party of five}",
    "<we> {live two streets away|pass by every day} and {finally|at last} tried <place>",
  ],
  aspects: [
    {
      id: "food",
      awful: [
        "the {fish|chicken|steak} {was raw in the middle|tasted off|came out grey and cold} and {I left most of it|nobody at the table finished it|I was sick the next day}",
        "{every dish|everything we ordered} was {swimming in oil|so salty that I could not eat it|burnt on the outside and cold inside}",
      ],
      poor: [
        "the {pasta|risotto|curry} was {bland|overcooked|lukewarm} and {clearly reheated|needed salt|had hardly any filling}",
        "my main was {dry|underseasoned|too greasy for me}, and the {salad|side of vegetables} {looked tired|came from a bag|was mostly lettuce}",
      ],
      fair: [
        "the food was {what you would expect at any chain|neither memorable nor bad|filling and plain}",
        "my {burger|soup|lasagne} was {all right|okay|decent enough}, {nothing I would cross town for|though I have had the same elsewhere}",
      ],
      good: [
        "the {grilled fish|mushroom risotto|lamb} was {tasty|well seasoned|cooked as I had asked} and {the portion was fair|it arrived hot}",
        "{most of what we tried|nearly everything we shared} was {good|full of flavour|fresh}, especially the {starters|dumplings|desserts}",
      ],
      great: [
        "the {duck|sea bass|gnocchi} was {the best I have had in years|perfect down to the last bite|so good that we ordered a second plate}",
        "every {course|plate} was {beautifully cooked|a small surprise|full of flavour}, and {the dessert alone is worth the trip|we scraped our plates clean}",
      ],
    },
    {
      id: "service",
      awful: [
        "our waiter {rolled his eyes|argued with us|walked away while I was speaking} when I {asked for water|asked about allergies|pointed out the mistake}",
        "{nobody|not a single person} {came to our table|looked at us} for {forty minutes|almost an hour}, and {there was no apology|then they brought somebody else's order}",
      ],
      poor: [
        "the service was {slow|distracted|a bit cold} and {we had to ask twice for the bill|they forgot our drinks}",
        "the {waitress|young man who served us} {seemed to be in a hurry|mixed up two of our orders|hardly said a word}",
      ],
      fair: [
        "the service was {neither fast nor slow|polite in a distant way|fine for a busy evening}",
        "they {took our order|brought the bill} {after the usual wait|when we waved}",
      ],
      good: [
        "the staff were {friendly|attentive|kind to our children} and {explained the menu|kept an eye on our glasses}",
        "our waitress was {helpful|cheerful|quick}, and {a small mix-up was put right at once|she had a good tip about the wine}",
      ],
      great: [
        "the {whole team|owner herself|waiter} {made us feel like old friends|thought of everything before we asked|could not have been kinder}",
        "I have {rarely|never} been {looked after|served} {so warmly|with such care}",
      ],
    },
    {
      id: "price",
      awful: [
        "they {charged us twice|added a service fee that nobody had mentioned|billed us for dishes that never came} and {refused to take it off|shrugged when we complained}",
        "{sixty euros|a small fortune} for {three bites|a plate of cold leftovers} is {an insult|plain robbery}",
      ],
      poor: [
        "it is {expensive|rather pricey} for {what you get|such small portions}",
        "the {wine|bread|water} {is overpriced|costs extra}, which {adds up|I did not like}",
      ],
      fair: ["the prices are {about average|what you pay in this part of town|neither low nor high}"],
      good: [
        "the {lunch menu|set menu} is {good value|reasonably priced|a fair deal}",
        "we paid {less than I had thought|a fair price} for {a full meal|two courses and wine}",
      ],
      great: [
        "{for the quality|for food like this} it is {almost too cheap|a bargain|incredible value}",
        "I {cannot believe|still wonder} how they {keep the prices so low|do it at that price}",
      ],
    },
    {
      id: "place",
      awful: [
        "the {tables were sticky|toilets were filthy|floor was covered in crumbs} and {something smelled rotten|I saw a mouse by the kitchen door}",
        "{the cutlery was dirty|there was lipstick on my glass|we found a hair in the bread} and {they did not seem surprised|the replacement was no better}",
      ],
      poor: [
        "it was {so loud that we could hardly talk|cold near the door|cramped}, and {the music did not help|the chairs are hard}",
        "the {room|dining room} {could do with some fresh paint|is dark and stuffy}",
      ],
      fair: [
        "the room is {plain|simple|like many others}, {with the usual wooden tables|with photographs on the walls}",
      ],
      good: [
        "it is a {cosy|pleasant|bright} room with {soft light|enough space between the tables|a nice view of the square}",
        "the {terrace|courtyard} is {lovely on a warm evening|a nice spot}",
      ],
      great: [
        "the {garden|room|view over the river} is {magical|stunning|the prettiest in town} {at sunset|with all the candles}",
        "{every detail|everything}, from the {flowers|lamps} to the {plates|music}, {had been chosen with love|was a delight}",
      ],
    },
    {
      id: "waiting",
      awful: [
        "we waited {ninety minutes|almost two hours} for {a main course|our food}, and {it came cold|half of it was wrong}",
        "they {lost our booking|gave our table to somebody else} and {let us stand in the rain|told us it was our own fault}",
      ],
      poor: [
        "the {food|first course} took {longer than it should|a good forty minutes} {although the place was half empty|and nobody told us why}",
        "despite our booking we {stood at the bar|had to wait} for {twenty minutes|half an hour}",
      ],
      fair: ["the food came after {twenty minutes or so|the usual time}"],
      good: [
        "the dishes came {quickly|at a good pace|soon after we ordered}",
        "we {were seated|got our table} {right away|without any wait}",
      ],
      great: [
        "{although it was packed|on their busiest night}, everything arrived {at the perfect moment|in minutes and piping hot}",
      ],
    },
  ],
  sarcasm: [
    "{wonderful|lovely}: {a raw burger|cold soup} and {an hour of staring at an empty table|a waiter who knows better}, {just what I wanted for my birthday|exactly how I like to spend my evenings}",
    "{ten out of ten|bravo} for {managing to ruin a green salad|finding new ways to burn rice}",
  ],
};
