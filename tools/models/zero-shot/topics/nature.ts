/** @file Topics of earth and sky. */
import type { Topic } from "../topic";

/** Environment, wild animals, farms, fishing, weather, stars, water and energy. */
export const NATURE: readonly Topic[] = [
  {
    id: "environment",
    labels: ["meio ambiente", "ecologia", "poluição", "desmatamento"],
    near: ["wildlife", "farming", "water", "energy", "weather", "gardening", "fishing", "indigenous", "science"],
    person: "o ambientalista|a ecologista|o catador|a bióloga da reserva|o madeireiro",
    thing:
      "a floresta|o lixo|a reciclagem|o plástico|a queimada|o aquecimento global|a mata nativa|o aterro|o gás carbônico|o esgoto a céu aberto",
    place: "a floresta|o aterro sanitário|o manguezal|a reserva florestal|o lixão",
    doing:
      "reciclar o lixo|plantar árvores nativas|preservar a mata|reduzir o plástico|apagar a queimada|separar os resíduos|proteger a natureza|despoluir o rio",
    sentences: [
      "A queimada {destruiu|consumiu} {hectares|metade} da floresta e {cobriu|escureceu} a cidade de fumaça.",
      "Separar {plástico|vidro}, {papel|metal} e restos {reduz|diminui} o que vai para o {aterro|lixão}.",
      "O desmatamento {avança|cresce}: {tratores|motosserras} {derrubam|rasgam} a mata nativa.",
      "Sacolas {e garrafas|e canudos} {entopem|sujam} {os rios|as praias} e {matam|sufocam} {tartarugas|peixes}.",
      "O gás {das fábricas|dos escapamentos} {aquece|polui} o ar, e o planeta {esquenta|sofre}.",
      "Ambientalistas {plantaram|replantaram} {mil|dez mil} mudas {no mangue|na nascente}.",
    ],
    held: [
      "O catador separa plástico e papel que iriam parar no lixão.",
      "A mata virou cinza depois da queimada, e os tratores vieram em seguida.",
      "Com menos gás carbônico, o aquecimento do planeta seria mais lento.",
    ],
  },
  {
    id: "wildlife",
    labels: ["animais selvagens", "fauna", "espécies ameaçadas", "bichos da mata"],
    near: ["environment", "pets", "fishing"],
    person: "a onça|o caçador|o tratador do zoológico|o filhote de arara|a naturalista",
    thing: "a onça-pintada|o macaco|a arara|o ninho|a toca|a caça ilegal|o tamanduá|a cobra|o bando de aves|o jacaré",
    place: "a selva|o zoológico|o Pantanal|a toca|o santuário de aves",
    doing:
      "caçar a presa|proteger a onça|observar as aves|salvar o filhote de arara|seguir as pegadas|soltar os macacos|alimentar a ninhada",
    sentences: [
      "A onça {espreita|segue} a presa {em silêncio|na beira do rio} e {ataca|salta} de repente.",
      "As araras {fazem|defendem} o ninho no oco {da palmeira|do tronco}.",
      "O jacaré {toma sol|dorme} {na margem|no Pantanal} com a boca aberta.",
      "Caçadores {vendem|capturam} {filhotes|papagaios} {da selva|da mata}, e a espécie {some|diminui}.",
      "O macaco {pula|se balança} de galho em galho {atrás de frutas|com o filhote nas costas}.",
      "O zoológico {recebeu|soltou} {um tamanduá|uma jaguatirica} {ferido|recuperada}.",
    ],
    held: [
      "Pegadas na lama mostravam que a onça passara perto da toca.",
      "O bando de macacos gritou quando a cobra subiu no galho.",
      "A arara-azul põe dois ovos e cuida da ninhada no oco de uma árvore.",
    ],
  },
  {
    id: "farming",
    labels: ["agricultura", "lavoura", "agronegócio", "vida no campo"],
    near: ["gardening", "environment", "nutrition", "water", "weather"],
    person: "o agricultor|a lavradora|o fazendeiro|o vaqueiro|o agrônomo|o boia-fria",
    thing: "a soja|a colheita|o trator|o milho|o gado|a enxada|o pasto|a safra|o café em grão|o agrotóxico|a plantação",
    place: "a fazenda|a roça|o curral|o silo|o assentamento|a cooperativa",
    doing:
      "colher o café|arar a terra|ordenhar as vacas|plantar milho|vender a safra|tocar o gado|irrigar a plantação|capinar a roça",
    sentences: [
      "A safra de {soja|milho} {bateu recorde|se perdeu}, e {os silos|os caminhões} {estão cheios|voltaram vazios}.",
      "O lavrador {acorda|levanta} antes do sol para {ordenhar as vacas|capinar a roça}.",
      "{Tratores|Colheitadeiras} {cortam|colhem} {a cana|o trigo} dia e noite na fazenda.",
      "A seca {queimou|matou} {o pasto|o feijão}, e o gado {emagreceu|foi vendido}.",
      "O agrônomo {mediu|corrigiu} o solo e {sugeriu|recomendou} {adubo verde|menos agrotóxico}.",
      "A cooperativa {paga|vende} {melhor|mais caro} o café {dos pequenos|colhido à mão}.",
    ],
    held: [
      "O fazendeiro vendeu a safra de milho e comprou um trator.",
      "Na roça, a enxada abre a terra e o vaqueiro leva o gado ao pasto.",
      "A colheita do café emprega boias-frias até agosto.",
    ],
  },
  {
    id: "fishing",
    labels: ["pesca", "pescadores", "pescaria", "peixes e redes"],
    near: ["wildlife", "environment"],
    person: "o pescador|a marisqueira|o barqueiro|o menino do anzol",
    thing: "o anzol|a rede|a isca|a tainha|a vara de bambu|o barco a remo|a tarrafa|o camarão|o cardume|a linha",
    place: "o cais|o barco|a beira do lago|a colônia de pescadores|o alto-mar",
    doing:
      "lançar a rede|jogar a isca|puxar a tarrafa|pescar tainha|remar até o cardume|limpar o peixe|esperar a maré|remendar as redes",
    sentences: [
      "O pescador {lançou|recolheu} a rede {de madrugada|com a maré} e {trouxe|achou} {tainhas|camarões}.",
      "Com {vara|linha} e {minhoca|isca}, {o avô|o menino} {espera|fisga} {um dourado|lambaris} na beira do lago.",
      "O cardume {passou|sumiu} {longe|perto} do barco, e a tarrafa {voltou vazia|quase rasgou}.",
      "A pesca {do camarão|da lagosta} {fica|está} proibida {na desova|até março}.",
      "No cais, {as mulheres|os barqueiros} {limpam|pesam} o peixe e {remendam|dobram} as redes.",
      "Boa pescaria {pede|exige} {silêncio|paciência}, anzol {afiado|pequeno} e {lua nova|maré mansa}.",
    ],
    held: [
      "A isca caiu na água, a linha esticou e o dourado quebrou a vara.",
      "Três barcos voltaram ao cais com as redes cheias de tainha.",
      "A marisqueira remenda a tarrafa enquanto espera a maré.",
    ],
  },
  {
    id: "weather",
    labels: ["previsão do tempo", "chuva", "meteorologia", "clima"],
    near: ["environment", "farming", "water"],
    person: "a meteorologista|o homem do tempo|o morador ilhado",
    thing:
      "a frente fria|a tempestade|o granizo|a nuvem carregada|o trovão|a temperatura máxima|o guarda-chuva|a neblina|a geada|o vento forte|a umidade do ar",
    place: "a serra gelada|a estação meteorológica|o litoral nublado|o céu encoberto",
    doing:
      "prever a tempestade|abrir o guarda-chuva|medir a umidade|esperar o sol sair|fugir do temporal|avisar da geada",
    sentences: [
      "Uma frente fria {chega|avança} {ao sul|ao litoral} na {terça|sexta} e {derruba|baixa} a temperatura.",
      "{O céu|A tarde} {escureceu|fechou}, {trovejou|ventou} e {o granizo|a chuva} {amassou|encharcou} tudo.",
      "A meteorologia {prevê|anuncia} {sol|pancadas} pela manhã e {nuvens|trovoadas} à noite.",
      "Geou na serra: os termômetros {marcaram|chegaram a} {dois graus negativos|zero grau}.",
      "A neblina {fechou|cobriu} o aeroporto {até as nove|desde cedo}.",
      "{Mínima|Máxima} de {doze|trinta} graus, vento {fraco|de leste} e umidade {baixa|alta}.",
    ],
    held: [
      "Amanhã o sol aparece entre nuvens, com máxima de vinte e oito graus.",
      "O temporal derrubou árvores, e o granizo quebrou telhas.",
      "Leve um casaco: a frente fria traz trovoadas à tarde.",
    ],
  },
  {
    id: "astronomy",
    labels: ["astronomia", "planetas", "espaço", "estrelas"],
    near: ["science"],
    person: "a astrônoma|o astronauta|a cosmonauta|o observador do céu",
    thing:
      "o telescópio|a Lua|o cometa|a galáxia|o eclipse|a órbita|o foguete|os anéis de Saturno|a sonda|o meteorito|a constelação",
    place: "o observatório|o planetário|a estação espacial|a superfície de Marte|a Via Láctea",
    doing:
      "observar Júpiter|lançar a sonda|pousar em Marte|fotografar a galáxia|esperar o eclipse|girar em torno do Sol|descobrir um cometa|mapear as constelações",
    sentences: [
      "O telescópio {captou|fotografou} {uma galáxia|um cometa} a {milhões|bilhões} de anos-luz.",
      "A sonda {pousou|entrou em órbita} {em Marte|de Saturno} depois de {sete|nove} meses de viagem.",
      "{Os planetas|As estrelas} {brilham|aparecem} {a olho nu|antes da madrugada} no céu sem nuvens.",
      "No eclipse, a Lua {cobre|esconde} o Sol {por minutos|aos poucos}, e {o dia|tudo} escurece.",
      "{A astronomia|O estudo do espaço} {mede|calcula} a distância {das estrelas|dos cometas} pela luz.",
      "Os astronautas {flutuam|trabalham} na estação, a {quatrocentos|centenas de} quilômetros da Terra.",
    ],
    held: [
      "O astronauta deixou pegadas na Lua e olhou a Terra de longe.",
      "Com o telescópio do observatório, vimos os anéis de Saturno e quatro luas de Júpiter.",
      "O foguete levou a sonda até a órbita de Marte.",
    ],
  },
  {
    id: "water",
    labels: ["água", "saneamento básico", "seca", "rios e represas"],
    near: ["environment", "energy", "weather", "farming"],
    person: "o encanador|a moradora sem torneira|o engenheiro da represa|o carro-pipa",
    thing:
      "o esgoto|a torneira|a represa|o poço|a caixa-d'água|o vazamento|o racionamento|a nascente|o encanamento|o carro-pipa",
    place: "a estação de tratamento|o açude|a represa|o sertão|o bairro sem esgoto",
    doing:
      "consertar o vazamento|fechar a torneira|tratar o esgoto|cavar um poço|economizar no banho|encher a caixa-d'água|racionar o abastecimento",
    sentences: [
      "A torneira {secou|pinga}, e {as mulheres|os vizinhos} {buscam|carregam} baldes {no poço|do carro-pipa}.",
      "O esgoto {corre|escorre} {a céu aberto|pela viela} e {deságua|cai} {no córrego|na lagoa}.",
      "A represa {está|chegou a} {um terço|dez por cento} da capacidade, e {começa|volta} o racionamento.",
      "O açude {rachou|virou lama} depois de {dois|três} anos sem {chuva|cheia} no sertão.",
      "Um vazamento {na rua|no cano} {desperdiça|perde} {litros|metros cúbicos} por hora.",
      "{Metade|Boa parte} do bairro {não tem|espera} rede de esgoto {nem encanamento|há décadas}.",
    ],
    held: [
      "O encanador fechou o vazamento que esvaziava o poço.",
      "No sertão, o açude virou lama e o carro-pipa vem uma vez por mês.",
      "Sem rede de esgoto, a viela alaga e as torneiras pingam barro.",
    ],
  },
  {
    id: "energy",
    labels: ["energia", "eletricidade", "energia solar", "petróleo"],
    near: ["water", "environment", "economy"],
    person: "o eletricista|a engenheira da usina|o petroleiro|o morador às escuras",
    thing:
      "a conta de luz|a usina|o apagão|a turbina|o painel solar|o gerador|a rede elétrica|o gasoduto|o poste|a hidrelétrica|o barril",
    place: "a usina|a plataforma de extração|o parque eólico|a subestação",
    doing:
      "gerar quilowatts|instalar painéis solares|religar a luz|economizar na conta de luz|perfurar o poço|trocar a lâmpada|construir uma hidrelétrica",
    sentences: [
      "Um apagão {deixou|pôs} {metade|parte} da cidade às escuras por {três|cinco} horas.",
      "O painel {no telhado|da escola} {gera|produz} {mais|quase tudo} do que {consome|precisa}.",
      "As turbinas {giram|param} conforme {o vento|o nível do rio} na usina.",
      "A conta de luz {subiu|veio com bandeira vermelha}, e {o ventilador|o chuveiro} virou luxo.",
      "A plataforma {extrai|bombeia} {mil|milhares de} barris por dia do {pré-sal|fundo do mar}.",
      "O eletricista {trocou|desligou} {o disjuntor|os fios} antes {do choque|do curto-circuito}.",
    ],
    held: [
      "O eletricista instalou painéis no telhado e a conta de luz caiu.",
      "A turbina da hidrelétrica parou, e veio o apagão.",
      "Sem gerador, o bairro passou a noite às escuras.",
    ],
  },
];
