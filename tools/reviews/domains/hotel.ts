/** @file Reviews of hotels. */
import type { Domain } from "../types";

export const hotel: Domain = {
  id: "hotel",
  kind: "place",
  place: ["the hotel", "this hotel", "the guest house", "this place"],
  visit: [
    "we {stayed|spent} {two nights|a long weekend|four nights} {here|at <place>} {in October|over Easter|during a trade fair}",
    "I {booked|chose} <place> for {a work trip|a wedding in the area|a short break} {because it is near the station|after a long search}",
    "<we> arrived {late at night|at noon|after eight hours on the road} {with two children|with a lot of luggage|in the pouring rain}",
  ],
  aspects: [
    {
      id: "room",
      awful: [
        "the {sheets were stained|carpet was wet|walls were black with mould} and {there were insects in the bed|the room reeked of smoke}",
        "they put us into {a windowless room next to the bins|a room that had not been cleaned}, and {refused to change it|the door did not lock}",
      ],
      poor: [
        "the room was {smaller than in the pictures|worn|stuffy} and {the mattress sagged|the curtains did not close}",
        "our {window looked onto a wall|room smelled of damp|heating rattled all night}, which {spoiled it a little|was a pity}",
      ],
      fair: [
        "the room was {plain|functional|a standard room}: {a bed, a desk, a television|nothing more and nothing less}",
      ],
      good: [
        "the room was {clean|spacious|quiet} and {the bed comfortable|had a nice view of the park}",
        "we {liked|were pleased with} the {room|big bathroom|balcony}",
      ],
      great: [
        "the {suite|room} was {gorgeous|spotless and huge|like something from a film}, and {I have never slept better|the view took our breath away}",
        "{fresh flowers|a handwritten note}, {soft linen|a bath with a view of the sea}: {everything was perfect|we did not want to leave}",
      ],
    },
    {
      id: "staff",
      awful: [
        "the {receptionist|manager} {shouted at us|accused us of lying|laughed in our faces} when we {asked for our booking|complained about the noise}",
        "{nobody was at the desk|they kept us waiting outside} {until two in the morning|for three hours}, {with no word of apology|and then the card machine was broken}",
      ],
      poor: [
        "check-in was {slow|chaotic}, and {the man at the desk seemed annoyed|our key did not work}",
        "the staff were {hard to find|not very helpful|a little short with us}",
      ],
      fair: [
        "check-in was {routine|without problems}, and {we saw little of the staff after that|that was all the contact we had}",
      ],
      good: [
        "the {team|people at the desk} were {helpful|friendly|quick} and {kept our bags|gave us a map and good tips}",
        "they let us {check in early|leave the car for free}, {which was kind|without any fuss}",
      ],
      great: [
        "the {night porter|whole staff} {went out of their way for us|drove us to the hospital when our son fell ill|remembered our names from the first day}",
        "such {warmth|attention} is {rare|what makes <place> special}",
      ],
    },
    {
      id: "breakfast",
      awful: [
        "breakfast was {stale bread and sour milk|a disgrace}, {and it cost extra|with flies on the ham}",
        "at {nine|half past eight} {there was nothing left to eat|the buffet was a battlefield}, and {nobody refilled it|we left hungry}",
      ],
      poor: [
        "the breakfast was {the same every day|poor}: {cold eggs and weak coffee|packaged cheese and toast}",
        "the coffee at breakfast {came from a machine|was thin}, and {the fruit was out of a tin|there was a long queue}",
      ],
      fair: ["breakfast was {the usual buffet|simple}, {enough to start the day|with bread, jam and eggs}"],
      good: [
        "breakfast was {fresh|plentiful|good}, {with local cheese|with eggs made to order}",
        "I {enjoyed|liked} the {home-made jam|fresh juice} {at breakfast|in the morning}",
      ],
      great: [
        "the breakfast is {a feast|worth getting up for}: {warm pastries, smoked fish and real coffee|everything home-made and served on the terrace}",
      ],
    },
    {
      id: "noise",
      awful: [
        "{a disco under our room|building work from six in the morning} kept us awake {all night|until dawn}, and {the desk hung up on us|they offered us earplugs}",
      ],
      poor: [
        "the walls are {thin|like paper}, and we {heard every door|could follow our neighbour's phone calls}",
        "the {lift|street} was {noisy|louder than I had hoped}, {so bring earplugs|so we slept badly}",
      ],
      fair: ["you hear {the trams now and then|some traffic}, {as anywhere in the centre|which we got used to}"],
      good: ["it was {quiet|calm} at night {although it is central|behind thick windows}"],
      great: ["at night you hear {nothing but the sea|only the owls}: {pure peace|I slept for ten hours}"],
    },
    {
      id: "value",
      awful: [
        "they {charged my card twice|took a deposit and never paid it back|added a cleaning fee of eighty euros}, and {have ignored my mails since|deny everything}",
      ],
      poor: [
        "for {this price|a hundred and forty a night} I {expected more|would want a working shower}",
        "{parking|wifi|the minibar} {costs extra|is overpriced}, {which nobody tells you|which feels petty}",
      ],
      fair: ["the price is {normal for the area|in line with others nearby}"],
      good: [
        "for {the centre|this comfort} the price is {fair|good}",
        "we {got|found} {a good deal|more than we had paid for}",
      ],
      great: [
        "{an upgrade for free|a room like this for under a hundred}: {incredible value|I still cannot believe it}",
      ],
    },
  ],
  sarcasm: [
    "{thank you for|I loved} the {free mushrooms on the bathroom wall|morning concert of drills}, {so thoughtful|a real luxury}",
  ],
};
