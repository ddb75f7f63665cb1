/** @file Topics of streets, money and work. */
import type { Topic } from "../topic";

/** Football, travel, traffic, cars, planes, the economy, work, companies, shops and banks. */
export const CITY: readonly Topic[] = [
  {
    id: "football",
    labels: ["futebol", "times de futebol", "campeonato", "esporte"],
    near: ["exercise", "games"],
    person: "o goleiro|o atacante|a zagueira|o juiz da partida|o torcedor|o técnico do time|a artilheira",
    thing:
      "o gol|o pênalti|a bola|a camisa dez|o escanteio|o cartão vermelho|a taça|a arquibancada|o drible|o placar|o apito",
    place: "o estádio|o gramado|a arquibancada|o vestiário|a várzea",
    doing:
      "marcar um gol|bater o pênalti|driblar o zagueiro|torcer na arquibancada|apitar a final|vencer o clássico|defender a seleção|levantar a taça",
    sentences: [
      "O atacante {driblou|passou por} {dois|três} zagueiros e {chutou|tocou} no canto {do goleiro|da trave}.",
      "O time {venceu|perdeu} por {dois a um|três a zero} e {lidera|caiu na tabela} o campeonato.",
      "A torcida {vaiou|cantou} {o juiz|o técnico} depois do pênalti {perdido|não marcado}.",
      "{Na prorrogação|Aos quarenta do segundo tempo}, a bola {bateu na trave|entrou}, e o estádio {explodiu|calou}.",
      "A seleção {convocou|perdeu} {a artilheira|o lateral} para a Copa.",
      "O goleiro {defendeu|espalmou} {o escanteio|a cobrança} e {levou|evitou} o cartão.",
    ],
    held: [
      "O zagueiro levou cartão vermelho e o time jogou com dez até o apito final.",
      "A artilheira bateu o pênalti no canto e a torcida cantou.",
      "No clássico, o goleiro saiu mal e a bola entrou aos noventa minutos.",
    ],
  },
  {
    id: "travel",
    labels: ["viagens", "turismo", "férias", "hotéis e passeios"],
    near: ["aviation", "transport"],
    person: "o turista|a guia|o mochileiro|a recepcionista do hotel|o viajante",
    thing:
      "a mala|o passaporte|o hotel|o passeio de barco|a praia deserta|o roteiro|a lembrança|a trilha|o mapa|a reserva da pousada",
    place: "a pousada|a praia|o mirante|a cidade histórica|o albergue|a ilha",
    doing:
      "arrumar a mala|reservar a pousada|conhecer a ilha|tirar o passaporte|fazer a trilha até a cachoeira|acampar na praia|seguir o guia|comprar lembranças",
    sentences: [
      "Nas férias, {a família|o casal} {visitou|conheceu} {praias|cachoeiras} e {ficou|dormiu} numa pousada.",
      "Os turistas {seguem|escutam} a guia {pelas ladeiras|pelo centro antigo} e compram {rendas|ímãs}.",
      "Levei {mala pequena|mochila}, {protetor solar|mapa} e {passaporte|pouco dinheiro}.",
      "O hotel {fica|tem vista} {de frente para o mar|no alto da serra} e {serve|oferece} café {até as dez|colonial}.",
      "A trilha até {a cachoeira|o mirante} {leva|dura} {duas|três} horas {de caminhada|com guia}.",
      "O mochileiro {atravessou|percorreu} {a Bolívia|o litoral} de {carona|ônibus}.",
    ],
    held: [
      "Arrumamos as malas, conferimos os passaportes e partimos para a ilha.",
      "A recepcionista do hotel indicou um passeio de barco até a praia deserta.",
      "O guia levou os mochileiros ao mirante antes do pôr do sol.",
    ],
  },
  {
    id: "transport",
    labels: ["transporte público", "trânsito", "mobilidade urbana", "ônibus e metrô"],
    near: ["cars", "travel"],
    person: "o motorista de ônibus|a passageira|o cobrador|o pedestre|o maquinista|o guarda",
    thing:
      "o ônibus lotado|o metrô|a catraca|o semáforo|o engarrafamento|a ciclovia|a tarifa|a faixa de pedestres|o ponto|o trem",
    place: "o ponto de ônibus|a estação do metrô|o terminal|a avenida parada|o cruzamento",
    doing:
      "pegar o metrô|esperar o ônibus|atravessar na faixa|pagar a tarifa|fugir do engarrafamento|abrir uma ciclovia|viajar em pé|furar o sinal vermelho",
    sentences: [
      "O ônibus {atrasou|não parou}, e {os passageiros|a fila} {esperaram|cresceu} {no ponto|na chuva}.",
      "Um engarrafamento de {dez|vinte} quilômetros {travou|parou} a avenida {às seis|pela manhã}.",
      "O metrô {ganhou|terá} {duas|três} estações e {liga|chega} {ao centro|à periferia}.",
      "A tarifa {aumentou|subiu} {vinte|trinta} centavos, e {estudantes|usuários} protestaram {na catraca|no terminal}.",
      "{Ciclistas|Pedestres} {pedem|querem} {ciclovia|faixa} e semáforo {no cruzamento|na esquina}.",
      "Ela gasta {três|quatro} horas por dia {em pé|no trem}, da casa ao {trabalho|centro}.",
    ],
    held: [
      "A passageira perdeu o trem porque a catraca travou.",
      "O semáforo quebrou e a avenida parou num engarrafamento.",
      "Lotado, o ônibus passou direto pelo ponto.",
    ],
  },
  {
    id: "cars",
    labels: ["carros", "automóveis", "mecânica de carros", "motores"],
    near: ["transport"],
    person: "o mecânico|o piloto de corrida|a dona do carro|o vendedor de usados|o funileiro",
    thing:
      "o motor|o pneu|o freio|o óleo|o câmbio|a lataria|a embreagem|o farol|o volante|o porta-malas|a bateria do carro",
    place: "a oficina|a concessionária|o autódromo|a garagem|o posto de gasolina",
    doing:
      "trocar o óleo|calibrar os pneus|consertar o motor|engatar a marcha|frear na curva|dirigir um fusca|encher o tanque|lavar a lataria",
    sentences: [
      "O motor {ferveu|falhou} na {subida|estrada}, e o mecânico trocou {a correia|as velas}.",
      "O carro {usado|seminovo} tem {poucos|cem mil} quilômetros, {câmbio|freio} {automático|novo} e {pneus|bancos} {gastos|de couro}.",
      "Na oficina, {o funileiro|o rapaz} {desamassou|pintou} a porta {do fusca|da caminhonete}.",
      "{O piloto|Ela} freou {na curva|tarde}, {rodou|derrapou} e {bateu|perdeu a corrida}.",
      "A montadora {lançou|recolheu} {um modelo elétrico|uma picape} por {defeito|falha} na embreagem.",
      "Troque o óleo {a cada dez mil quilômetros|do motor} e {confira|calibre} os pneus.",
    ],
    held: [
      "O mecânico ouviu o motor e disse que era a embreagem.",
      "Com o farol queimado e o pneu careca, o fusca não passou na vistoria.",
      "Na garagem, ela trocou o óleo e a bateria sem ajuda.",
    ],
  },
  {
    id: "aviation",
    labels: ["aviação", "aviões", "voos", "aeroportos"],
    near: ["travel"],
    person: "o piloto|a comissária de bordo|o controlador de voo|a aviadora",
    thing:
      "a decolagem|a turbina do avião|a asa|o pouso|a cabine de comando|a pista|a caixa-preta|o cinto de segurança|a turbulência|o helicóptero",
    place: "o aeroporto|a torre de controle|o hangar|a pista de pouso|a cabine de comando",
    doing:
      "pousar sem um motor|decolar com vento|pilotar um helicóptero|apertar o cinto de segurança|voar acima das nuvens|taxiar na pista|despachar as malas",
    sentences: [
      "O avião {decolou|pousou} {com atraso|sob neblina}, e {a comissária|o piloto} {pediu calma|saudou os passageiros}.",
      "A turbulência {sacudiu|assustou} {a cabine|os passageiros} a {dez mil|trinta mil} pés.",
      "A torre {autorizou|negou} o pouso {de emergência|na pista dois}.",
      "{A aviação|A companhia aérea} {cresceu|cancelou voos} {com o turismo|por causa da greve}.",
      "Santos Dumont {voou|decolou} em Paris com {um aparelho|uma aeronave} {de bambu|mais pesada que o ar}.",
      "Os aeroportos {ampliaram|fecharam} {a pista|o terminal} {no feriado|para reforma}.",
    ],
    held: [
      "A aviadora alinhou a aeronave na pista e decolou contra o vento.",
      "O piloto pediu à torre um pouso de emergência porque a turbina falhou.",
      "Acharam a caixa-preta perto da asa, longe do hangar.",
    ],
  },
  {
    id: "economy",
    labels: ["economia", "inflação", "mercado financeiro", "impostos"],
    near: ["banking", "business", "commerce", "work", "politics"],
    person: "o economista|a ministra da Fazenda|o investidor|o contribuinte|o corretor da bolsa",
    thing:
      "o dólar|a taxa de juros|o PIB|o imposto|a bolsa de valores|a alta dos preços|a recessão|a ação|o déficit|a exportação",
    place: "a bolsa de valores|o Banco Central|o pregão|o Ministério da Fazenda",
    doing:
      "cortar os juros|conter a alta dos preços|comprar ações|exportar soja|reduzir o déficit|declarar o imposto de renda|investir na bolsa",
    sentences: [
      "O Banco Central {subiu|manteve} a taxa de juros para {conter|segurar} {os preços|o dólar}.",
      "A bolsa {caiu|fechou em alta} {dois|três} por cento, puxada por {bancos|mineradoras}.",
      "O PIB {cresceu|encolheu} {no trimestre|no ano}, e o país {saiu da|entrou em} recessão.",
      "Com a inflação, {o salário|o dinheiro} {compra|vale} {menos|metade} no {mercado|fim do mês}.",
      "O economista {prevê|teme} {déficit|alta} {nas contas públicas|do dólar} e {mais impostos|menos exportações}.",
      "Investidores {vendem|compram} {ações|títulos} {com medo|à espera} do corte de juros.",
    ],
    held: [
      "O dólar disparou e a bolsa fechou em queda.",
      "O economista diz que juros altos seguram os preços, mas freiam o PIB.",
      "O contribuinte paga mais imposto, e o déficit não diminui.",
    ],
  },
  {
    id: "work",
    labels: ["trabalho", "emprego", "profissões", "direitos trabalhistas"],
    near: ["business", "economy", "inclusion"],
    person: "o operário|a secretária|o desempregado|a chefe|o entregador|o sindicalista|a estagiária",
    thing:
      "o salário|a carteira assinada|a greve|o currículo|as horas extras|a vaga|o chefe|a demissão|o expediente|o décimo terceiro",
    place: "o escritório|a fábrica|o sindicato|a agência de vagas|a linha de montagem",
    doing:
      "procurar uma vaga|enviar o currículo|pedir aumento|fazer horas extras|entrar em greve|bater o ponto|assinar a carteira|demitir metade da equipe",
    sentences: [
      "A fábrica {demitiu|contratou} {duzentos|cem} operários {sem aviso|com carteira assinada}.",
      "Os {metalúrgicos|bancários} entraram em greve por {salário|férias} e {jornada menor|horas extras}.",
      "O entregador {pedala|roda} {doze|catorze} horas {por dia|sob sol} sem {férias|seguro} e sem carteira.",
      "Na entrevista, {a moça|o candidato} {entregou|mostrou} o currículo e pediu {a vaga|um salário justo}.",
      "{Desempregado|Demitido}, ele {faz bicos|vende balas} enquanto {espera|procura} {uma chance|o seguro}.",
      "A chefe {adiou|encerrou} o expediente {mais cedo|para reunir a equipe}.",
    ],
    held: [
      "A estagiária bateu o ponto às oito e saiu do escritório às nove da noite.",
      "Ele mandou o currículo a vinte fábricas e nenhuma tinha vaga.",
      "O sindicato quer aumento de salário e ameaça parar a linha de montagem.",
    ],
  },
  {
    id: "business",
    labels: ["empresas", "negócios", "empreendedorismo", "administração"],
    near: ["economy", "work", "commerce", "banking", "technology"],
    person: "a empresária|o sócio|o gerente|a empreendedora|o dono da startup",
    thing:
      "o lucro|a filial|a reunião|o plano de negócio|a marca|o prejuízo|a meta|o investimento|a startup|a concorrência",
    place: "a sede da companhia|a sala de reunião|a incubadora|a filial",
    doing:
      "abrir uma firma|fechar a filial|dividir os lucros|contratar um gerente|registrar a marca|bater a meta|vencer a concorrência|buscar sócios",
    sentences: [
      "A startup {recebeu|captou} {um milhão|dois milhões} e {abriu|fechou} {três filiais|a sede}.",
      "Os sócios {brigaram|discutiram} pelo lucro e {venderam|dividiram} a firma.",
      "A empreendedora {começou|abriu} {com uma máquina|em casa} e hoje {exporta|emprega vinte}.",
      "O gerente {apresentou|cobrou} {a meta|o plano} {do trimestre|aos diretores} na reunião.",
      "A companhia {teve|anunciou} {prejuízo|lucro} e {trocou|demitiu} o presidente.",
      "Registrar a marca {protege|defende} {a firma|o dono} {da concorrência|de cópias}.",
    ],
    held: [
      "A empresária vendeu a filial que só dava prejuízo e bateu a meta.",
      "Três sócios abriram uma startup e disputam o mercado com a concorrência.",
      "O gerente marcou reunião para dividir os lucros.",
    ],
  },
  {
    id: "commerce",
    labels: ["comércio", "compras", "lojas", "consumo"],
    near: ["business", "economy", "fashion", "nutrition", "banking"],
    person: "a vendedora|o lojista|a freguesa|o camelô|o caixa do supermercado",
    thing:
      "a vitrine|o desconto|a promoção|o carrinho de compras|a etiqueta|o troco|a liquidação|o estoque|o preço|a sacola",
    place: "o shopping|o supermercado|a feira livre|o camelódromo|a loja da esquina",
    doing:
      "pechinchar o preço|fazer compras|trocar o presente|encher o carrinho|atender a freguesa|pedir desconto|abrir a loja aos domingos|anunciar a liquidação",
    sentences: [
      "A loja {anuncia|promete} descontos de {metade|setenta por cento} na liquidação {de janeiro|de inverno}.",
      "O feirante {grita|baixa} o preço {do tomate|das bananas}, e {a freguesa|o cliente} pechincha.",
      "No supermercado, {o carrinho|a sacola} {enche|esvazia} {menos|depressa} e {a fila|o caixa} {cresce|cobra mais}.",
      "A vitrine {chama|atrai} {quem passa|os clientes} com {sapatos|televisores} em promoção.",
      "O camelô {vende|oferece} {guarda-chuvas|capinhas} e {foge|recolhe tudo} quando {chega|vê} o fiscal.",
      "{O lojista|A vendedora} {embrulhou|trocou} o presente e {deu|errou} o troco.",
    ],
    held: [
      "A freguesa pediu desconto, e o feirante deu duas bananas a mais.",
      "O shopping lotou no primeiro dia da liquidação.",
      "Ela encheu o carrinho, passou no caixa e conferiu o troco.",
    ],
  },
  {
    id: "banking",
    labels: ["bancos", "dívidas", "crédito", "educação financeira"],
    near: ["economy", "commerce", "business"],
    person: "o bancário|a devedora|o cliente do banco|o agiota|a planejadora financeira",
    thing:
      "o cartão de crédito|o empréstimo|a poupança|o cheque|a fatura|os juros do cartão|o boleto|a conta corrente|a prestação|a hipoteca",
    place: "a agência|o caixa eletrônico|o balcão do banco|o feirão de renegociação",
    doing:
      "pagar a fatura|pedir um empréstimo|poupar todo mês|renegociar a prestação|sacar dinheiro|abrir uma conta|limpar o nome|anotar os gastos",
    sentences: [
      "A fatura do cartão {chegou|dobrou}, e {a família|o cliente} só {pagou|conseguiu} o mínimo.",
      "O banco {negou|ofereceu} o empréstimo por causa {do nome sujo|da renda baixa}.",
      "Quem {poupa|guarda} {um pouco|dez por cento} por mês {não precisa|escapa} {de cheque especial|do agiota}.",
      "O caixa eletrônico {engoliu|recusou} o cartão, e a agência {estava fechada|não abriu}.",
      "{Endividada|No vermelho}, ela {renegociou|parcelou} {os boletos|a hipoteca} em {vinte|doze} vezes.",
      "Anote {os gastos|cada centavo} numa planilha antes de {parcelar|usar o cartão}.",
    ],
    held: [
      "O cliente sacou a poupança para pagar a prestação atrasada.",
      "Os juros do cartão transformaram uma fatura pequena em um empréstimo enorme.",
      "Ela renegociou os boletos na agência e limpou o nome.",
    ],
  },
];
