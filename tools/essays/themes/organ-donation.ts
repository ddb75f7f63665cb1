/** @file Theme: organ donation. */
import type { Theme } from "../types";

/** Organ donation. */
export const organDonation: Theme = {
  id: "organ-donation",
  title: "os desafios da doação de órgãos no Brasil",
  problem: [
    "a recusa familiar à doação de órgãos",
    "a escassez de doadores de órgãos",
    "a longa espera por transplantes",
  ],
  right: ["o direito à vida", "a saúde de quem espera", "a solidariedade entre desconhecidos"],
  victims: ["os pacientes na fila de espera", "os doentes crônicos", "as famílias dos pacientes"],
  broad: ["a saúde", "a vida e a morte", "a medicina"],
  scene: [
    "{milhares de|muitos} brasileiros {vivem|organizam a vida} à espera de um telefonema, {ligados a máquinas|presos à hemodiálise}, sem saber se {ele virá|haverá tempo}",
    "o país mantém um dos maiores sistemas públicos de transplantes do mundo, mas {muitas famílias|parentes de possíveis doadores} {ainda dizem não|recusam a doação} no momento {decisivo|da despedida}",
    "{falar|conversar} sobre a própria morte assusta, e o desejo de doar {fica|permanece} calado até que {seja tarde|alguém precise decidir}",
  ],
  causes: [
    {
      np: ["o tabu em torno da morte", "a dificuldade de conversar sobre a morte"],
      why: [
        "{as famílias|muitas famílias} {evitam|adiam} o assunto {por medo|como se falar atraísse a tragédia}, e a decisão {recai|pesa} sobre {parentes em choque|pais e filhos} no pior dia de suas vidas",
        "como a lei {exige|pede} a autorização da família, {o silêncio|a falta de conversa} em vida {transforma-se|converte-se} em {dúvida|recusa} {no hospital|diante do médico}",
      ],
      example: [
        "uma mãe que {perde|acaba de perder} o filho em um acidente precisa {responder|decidir}, em poucas horas, o que {nunca|jamais} {conversou com ele|foi dito à mesa}",
        "{jovens|rapazes e moças} que {publicam|escrevem} nas redes {o desejo|a intenção} de doar muitas vezes não {contam|dizem} isso {em casa|aos próprios pais}",
      ],
      effect: [
        "{órgãos saudáveis|corações, rins e córneas} {são enterrados|deixam de salvar vidas}, e outra família também {chora|se despede}",
        "{a dor|o luto} {não encontra|perde a chance de encontrar} o {consolo|sentido} de continuar em outra {pessoa|história}",
      ],
    },
    {
      np: ["a desinformação sobre a morte encefálica", "os boatos a respeito dos transplantes"],
      why: [
        "{o coração|um coração} que ainda bate, {mantido|sustentado} por aparelhos, leva {muitos|os parentes} a acreditar em uma recuperação {impossível|que a medicina descarta}",
        "{histórias|lendas} sobre tráfico de órgãos e {corpos mutilados|favorecimento de ricos} {espalham|semeiam} {medo|suspeita}, embora o processo seja {público e fiscalizado|controlado do início ao fim}",
      ],
      example: [
        "poucos sabem que o diagnóstico {exige|depende de} {exames|avaliações} de dois médicos {diferentes|distintos} e que nenhum deles {participa|pode participar} do transplante",
        "{novelas e filmes|séries e novelas} que {mostram|inventam} pacientes {acordando|despertando} {anos depois|por milagre} {confundem|misturam} coma e morte encefálica",
      ],
      effect: [
        "{a desconfiança|o medo} {fala mais alto|vence} {que a generosidade|no momento da escolha}",
        "{a fila|o número de pacientes à espera} {cresce|aumenta}, e {doenças tratáveis|casos com solução} {terminam|acabam} em morte",
      ],
    },
    {
      np: ["as falhas na estrutura hospitalar", "a desigualdade regional nos serviços de transplante"],
      why: [
        "nem todos os hospitais {contam com|mantêm} equipes {treinadas|preparadas} para {identificar|acolher} doadores e {conversar|dialogar} com {as famílias|os parentes}",
        "{os centros|as equipes} de transplante {concentram-se|ficam} {no Sul e no Sudeste|nas grandes capitais}, e {a distância|a falta de aeronaves} {inviabiliza|impede} {o uso|o aproveitamento} de órgãos que {duram poucas horas|não podem esperar}",
      ],
      example: [
        "um paciente {do Norte|do interior} precisa {mudar de cidade|deixar o emprego e os filhos} para {entrar|permanecer} na fila {com alguma chance|de um grande centro}",
        "{um coração|um fígado} {disponível|doado} {à noite|de madrugada} em uma cidade {pequena|sem aeroporto} {pode|chega a} {se perder|ser descartado} {por falta de transporte|antes de encontrar o receptor}",
      ],
      effect: [
        "{o endereço|o lugar onde se mora} {passa a|acaba por} {decidir|definir} quem vive, injustiça {incompatível|que não combina} com um sistema universal",
        "gestos {generosos|de amor} são desperdiçados, o que {desanima|entristece} {equipes e famílias|quem disse sim}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "ideal",
      cite: "a lei 9.434, de 1997, {organiza|regulamenta} os transplantes no Brasil e {proíbe|veda} {qualquer comércio|a venda} de órgãos",
      link: [
        "a seriedade da lei é {pouco conhecida|ignorada} por muitos brasileiros, que ainda dão ouvidos a {boatos|lendas}",
        "nenhuma norma substitui a conversa {em família|à mesa}, da qual {depende|nasce} o sim",
      ],
      back: "a lei de 1997 {encontrará|terá} parentes {informados e|} dispostos a dizer sim",
    },
    {
      kind: "mirror",
      cite: "no filme “Sete vidas”, de 2008, o personagem {vivido|interpretado} por Will Smith {decide|planeja} {salvar|ajudar} desconhecidos por meio da doação de {seus|seus próprios} órgãos",
      link: [
        "{sem o drama|longe do exagero} do cinema, {cada família brasileira|uma simples autorização} {pode|é capaz de} {repetir|realizar} o gesto e {salvar|mudar} várias vidas",
        "{a ficção|o filme} {emociona|comove} plateias que, {na vida real|fora da sala escura}, {ainda hesitam|hesitam} em {conversar sobre o tema|declarar-se doadoras}",
      ],
      back: "{mais vidas|outras vidas} {serão salvas|poderão ser salvas}, como no filme “Sete vidas”",
    },
    {
      kind: "idea",
      cite: "o sociólogo Marcel Mauss, no “Ensaio sobre a dádiva”, {mostra|defende} que dar e receber {são|constituem} a base dos laços {humanos|sociais}",
      link: [
        "{doar|oferecer} um órgão {é|representa} {a dádiva extrema|o grau máximo da dádiva}, {pois|já que} {nada espera|não pede nada} em troca e {une|liga} {desconhecidos|pessoas que jamais se encontrarão}",
        "{quando a família recusa|onde a recusa vence}, {rompe-se|quebra-se} {um laço|um elo} que {ainda nem existia|poderia salvar alguém}",
      ],
      back: "a dádiva {estudada|descrita} por Marcel Mauss {circulará|correrá} entre {mais|muitos} brasileiros",
    },
  ],
  tags: ["health", "others", "rights"],
  counter: [
    {
      claim: "a doação {desrespeita|contraria} {a religião|o corpo de quem morreu}",
      reply:
        "{as principais religiões|quase todas as religiões} do país {aceitam|veem com bons olhos} o gesto, e o corpo é {devolvido|entregue} à família {íntegro|recomposto} para {a despedida|o velório}",
    },
    {
      claim: "os ricos furam a fila {dos transplantes|de espera}",
      reply:
        "a lista é {única e pública|controlada pelo Ministério da Saúde}, e apenas critérios médicos {definem|determinam} {a ordem|quem será chamado}",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Saúde",
      action: "{promover|veicular} campanhas {permanentes|anuais} sobre {a doação|o funcionamento dos transplantes}",
      means: "{depoimentos|histórias} de {receptores e famílias|quem foi salvo} na televisão e nas {redes|plataformas}",
      purpose: "{desfazer|combater} {boatos|mitos} e {estimular|incentivar} a conversa em casa",
      detail:
        "as peças {devem|precisam} convidar {cada espectador|cada pessoa} a {avisar|contar} aos parentes {a sua decisão|que deseja ser doadora}, {gesto simples|atitude} que {resolve|elimina} a dúvida",
    },
    {
      agent: "os hospitais",
      action:
        "{formar|manter} equipes {treinadas|permanentes} para {acolher|orientar} as famílias {enlutadas|dos possíveis doadores}",
      means: "{cursos de comunicação|treinamento} e {presença|contratação} de psicólogos {nas UTIs|em todos os turnos}",
      purpose: "{explicar|esclarecer} a morte encefálica {com respeito|sem pressa} e {reduzir|diminuir} as recusas",
      detail:
        "{a conversa|o diálogo} {deve|precisa} ocorrer em {sala reservada|um ambiente tranquilo}, com tempo para {perguntas|que todos se despeçam}",
    },
    {
      agent: "o Governo Federal",
      action: "{ampliar|descentralizar} os centros de transplante {para o Norte e o Nordeste|pelo país}",
      means:
        "{investimento em hospitais universitários|novos repasses} e {parcerias|acordos} com a Força Aérea {e companhias aéreas|para o transporte}",
      purpose: "{garantir|assegurar} que nenhuma doação {se perca|seja desperdiçada}",
      detail:
        "{os resultados|os números} de cada {estado|região} {devem|precisam} ser {divulgados|publicados} {em um painel|na internet}, {de modo que|para que} a população {acompanhe|fiscalize} a fila",
    },
  ],
  vague: [
    "{doar|ser doador} é um {ato|gesto} de amor e {pode salvar|salva} {muitas vidas|várias pessoas}",
    "muita gente espera na fila e morre {sem o órgão|por falta de doador}",
    "{ninguém gosta|as pessoas não gostam} de {falar da|pensar na} morte",
    "{a família|o parente} {tem medo|fica em dúvida} e {não deixa|acaba não doando}",
    "hoje é o outro que precisa e amanhã pode ser {você|qualquer um de nós}",
  ],
  source: [
    "segundo o texto I, um único doador pode salvar várias pessoas",
    "o texto motivador explica que a doação depende da autorização da família",
    "o cartaz do texto II pede que o leitor avise os parentes de que é doador",
  ],
};
