/** @file Theme: financial education and debt. */
import type { Theme } from "../types";

/** Financial education and debt. */
export const financialEducation: Theme = {
  id: "financial-education",
  title: "o endividamento das famílias e a importância da educação financeira",
  problem: ["o endividamento das famílias", "a falta de educação financeira", "o consumo sem planejamento"],
  right: ["a estabilidade das famílias", "a autonomia financeira", "a tranquilidade dos lares"],
  victims: ["os consumidores endividados", "as famílias de baixa renda", "os jovens no primeiro emprego"],
  broad: ["o dinheiro", "a economia", "o consumo"],
  scene: [
    "o carnê {deu lugar|cedeu espaço} ao cartão e ao crédito instantâneo, mas {a conta atrasada|a dívida} {continua|segue} {sobre a mesa da cozinha|a tirar o sono} de {muitas famílias|milhões de brasileiros}",
    "{parcelas pequenas|prestações que pareciam leves}, {somadas|acumuladas}, {comprometem|consomem} o salário {antes mesmo de|muito antes de} ele cair na conta",
    "{nas escolas|ao longo da vida escolar}, {aprende-se|o aluno aprende} a calcular {a área de um trapézio|raízes e logaritmos}, e quase nunca {os juros de um empréstimo|a montar um orçamento}",
  ],
  causes: [
    {
      np: ["a ausência do tema nas escolas", "a falta de formação escolar sobre finanças"],
      why: [
        "embora a Base Nacional Comum Curricular {preveja|inclua} a educação financeira, {faltam|poucas redes têm} {materiais e professores preparados|formação e material}, e o assunto {fica|permanece} {no papel|em segundo plano}",
        "{falar de dinheiro|conversar sobre dinheiro} {ainda é|continua a ser} tabu em {muitas casas|boa parte das famílias}, de modo que o jovem {aprende|descobre} {errando|sozinho} o que {a escola calou|ninguém lhe explicou}",
      ],
      example: [
        "um rapaz que {recebe|ganha} o primeiro salário e {vê|encontra} um limite {de cartão|de crédito} três vezes maior {acredita|imagina} que {ficou rico|aquele dinheiro é seu}",
        "muitos adultos pagam o mínimo da fatura sem {saber|perceber} que {entram|caem} {na linha de crédito mais cara|em um dos juros mais altos} do mercado",
      ],
      effect: [
        "{decisões simples|escolhas cotidianas} {tornam-se|viram} {armadilhas|dívidas longas}, e {o erro|a dívida} de um mês {acompanha|persegue} a família por anos",
        "{o crédito|o empréstimo}, que poderia {realizar sonhos|abrir um negócio}, {passa a|acaba por} {financiar|cobrir} {outras dívidas|o supermercado}",
      ],
    },
    {
      np: ["o estímulo constante ao consumo", "a publicidade que cria necessidades"],
      why: [
        "anúncios {feitos|pensados} para {cada perfil|provocar desejo} {associam|ligam} a felicidade à compra e {tratam|apresentam} a espera como {sofrimento|atraso}",
        "{o parcelamento|a compra com um clique} {esconde|disfarça} o preço {real|final} e {dá|cria} a impressão de que {tudo cabe no bolso|o salário é infinito}",
      ],
      example: [
        "{datas comerciais|dias de promoção}, como a Black Friday, levam {consumidores|muitas pessoas} a comprar o que não {precisam|planejavam} com o dinheiro que não {têm|guardaram}",
        "um adolescente que se sente {excluído|deixado de lado} por não ter {o tênis da moda|o celular mais novo} {aprende|conclui} que é preciso {ostentar|ter para ser aceito}",
      ],
      effect: [
        "{o desejo|a vontade de comprar} {cresce|corre} mais rápido que a renda, e a frustração vira {fatura|prestação}",
        "a casa {enche-se|fica cheia} de {objetos|produtos} {pouco usados|esquecidos}, e {a poupança|a reserva} {permanece|continua} vazia",
      ],
    },
    {
      np: ["os baixos salários e os juros abusivos", "a facilidade do crédito caro"],
      why: [
        "{quando|se} a renda {mal cobre|não cobre} {o aluguel e a comida|o básico}, {qualquer imprevisto|uma doença ou um conserto} {obriga|leva} a família a {recorrer|apelar} ao cartão e ao cheque especial",
        "{bancos e financeiras|instituições financeiras} {oferecem|empurram} empréstimos {por telefone e aplicativo|a aposentados e servidores}, com contratos que poucos {compreendem|leem até o fim}",
      ],
      example: [
        "uma aposentada que {assina|aceita} um consignado para {ajudar o neto|trocar a geladeira} {passa|fica} {anos|muito tempo} {recebendo menos|com a pensão reduzida}",
        "um pedreiro que {perde|fica sem} {o serviço|as encomendas} por {uma semana|causa da chuva} paga a farmácia no cartão e vê a dívida {dobrar|crescer} {em pouco tempo|nos meses seguintes}",
      ],
      effect: [
        "{o nome negativado|o nome sujo} {fecha portas|impede o aluguel e até o emprego}, e {a pobreza|a dificuldade} {alimenta-se|nutre-se} de si mesma",
        "{a ansiedade|o medo das cobranças} {adoece|afeta} {quem deve|toda a família} e {destrói|abala} {casamentos|relações}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "idea",
      cite: "o sociólogo Zygmunt Bauman, em “Vida a crédito”, {observa|afirma} que o mercado {moderno|atual} {lucra|ganha} com {devedores permanentes|quem nunca termina de pagar}",
      link: [
        "esse devedor, {no Brasil|entre nós}, é {o pai de família|o jovem trabalhador} que {paga|quita} uma conta {fazendo|com} outra",
        "{a dívida|a prestação} {deixa de ser|já não é} {acidente|exceção} e {passa a ser|torna-se} {o próprio negócio|parte do sistema}",
      ],
      back: "a vida {deixará de ser|não será mais} vivida a crédito, {como descrevia|na expressão de} Zygmunt Bauman",
    },
    {
      kind: "mirror",
      cite: "no filme “Os delírios de consumo de Becky Bloom”, de 2009, uma jornalista que {dá|escreve} conselhos financeiros {esconde|oculta} uma pilha de {faturas|contas} atrasadas",
      link: [
        "{a comédia|o filme} {faz rir|diverte}, mas o drama de {abrir a correspondência|atender o telefone} é real para {muitos|milhares de} brasileiros",
        "{fora da tela|na vida real}, {comprar|o consumo por impulso} {alivia|consola} por {um instante|um dia} e {pesa|cobra seu preço} por {meses|muito tempo}",
      ],
      back: "as dívidas de Becky Bloom {ficarão|permanecerão} {apenas na comédia|só na ficção}",
    },
    {
      kind: "idea",
      cite: "o economista Amartya Sen, em “Desenvolvimento como liberdade”, {defende|sustenta} que desenvolver um país significa {ampliar|aumentar} a liberdade real das pessoas",
      link: [
        "{quem deve|o endividado} {perde|vê diminuir} {essa liberdade|a liberdade de escolha}, {pois|já que} {trabalha|vive} para {pagar o passado|cobrir juros}",
        "{ensinar|aprender} a {planejar|lidar com o dinheiro} é um instrumento de {libertação|autonomia}",
      ],
      back: "o desenvolvimento {será|poderá ser}, como quer Amartya Sen, sinônimo de liberdade",
    },
  ],
  tags: ["education", "consumption", "inequality"],
  counter: [
    {
      claim: "{só se endivida|fica devendo apenas} quem {gasta demais|não sabe se controlar}",
      reply:
        "muitas dívidas {nascem|começam} {na farmácia e no mercado|com remédios e comida}, e não {no luxo|em caprichos}",
    },
    {
      claim: "{quem ganha pouco|o pobre} {não tem|nem tem} o que planejar",
      reply:
        "{quanto menor|quanto mais apertada} a renda, maior é {a importância|o valor} de {conhecer os juros|evitar o crédito caro}",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Educação",
      action:
        "{implementar|pôr em prática} {aulas de|o ensino de} educação financeira {em todas as séries|no ensino fundamental e no médio}",
      means: "{formação de professores|cursos para os docentes} e {simulações|materiais gratuitos}",
      purpose: "{preparar|formar} {jovens|consumidores} {conscientes|capazes de planejar}",
      detail:
        "{as atividades|os exercícios} {devem|podem} partir de situações reais, como {a conta de luz|a compra de um celular} e {o orçamento da família|a leitura de um contrato}",
    },
    {
      agent: "o Banco Central",
      action:
        "{limitar|reduzir} os juros {do cartão|das linhas mais caras} e {fiscalizar|coibir} {ofertas abusivas|a oferta abusiva de crédito}",
      means: "{normas mais rígidas|novas regras} e {punições|multas} aos bancos {infratores|que as descumprirem}",
      purpose: "{proteger|defender} o consumidor {vulnerável|mais pobre}",
      detail:
        "{os contratos|as propostas} {devem|precisam} {trazer|mostrar}, na primeira página e em letras grandes, {o custo total|quanto será pago ao fim} da dívida",
    },
    {
      agent: "os Procons",
      action:
        "{oferecer|abrir} {mutirões de negociação|serviços gratuitos de orientação} {às famílias endividadas|em todos os bairros}",
      means: "{convênios|parcerias} com {universidades e tribunais|faculdades de Direito e de Economia}",
      purpose: "{recuperar|reorganizar} o orçamento {dos lares|de quem perdeu o controle}",
      detail:
        "{o atendimento|o serviço} {deve|pode} {incluir|prever} {apoio psicológico|acompanhamento por alguns meses}, {já que|pois} a dívida {também|} {adoece|isola}",
    },
  ],
  vague: [
    "{dinheiro|o dinheiro} {não traz felicidade|é importante}, mas {ajuda muito|sem ele não se vive}",
    "{as pessoas|muitas pessoas} {compram|gastam} {sem pensar|o que não podem} e depois {ficam devendo|não conseguem pagar}",
    "tudo está {muito caro|cada vez mais caro} e o salário {não dá|é pouco}",
    "{o cartão|o cartão de crédito} é {uma ilusão|um perigo} e a pessoa se perde",
    "{os bancos|as lojas} {só querem|querem} {lucrar|ganhar em cima do povo} e {não ajudam ninguém|cobram juros}",
  ],
  source: [
    "o texto I define educação financeira como o conjunto de conhecimentos para usar bem o dinheiro",
    "segundo o texto motivador, o cartão de crédito é a principal causa de dívida das famílias",
    "o texto II é uma tirinha em que o salário vai embora antes de chegar",
  ],
};
