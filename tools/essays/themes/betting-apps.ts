/** @file Theme: gambling apps. */
import type { Theme } from "../types";

/** Gambling apps. */
export const bettingApps: Theme = {
  id: "betting-apps",
  title: "os impactos das apostas on-line na sociedade brasileira",
  problem: ["o avanço das apostas on-line", "o vício em jogos de aposta", "a febre dos cassinos virtuais"],
  right: ["a saúde financeira das famílias", "a proteção dos jovens", "a saúde mental dos brasileiros"],
  victims: ["os apostadores endividados", "os jovens de baixa renda", "as famílias dos jogadores"],
  broad: ["o dinheiro", "a internet", "o futebol"],
  scene: [
    "{camisas de futebol, novelas e vídeos|intervalos de jogos e vídeos curtos} {exibem|repetem} a mesma promessa: {ganhar dinheiro|enriquecer} com {alguns toques|poucos cliques} na tela",
    "{o salário|o dinheiro do aluguel} {desaparece|some} em {uma noite|poucas horas} no celular, {sem que ninguém|sem que a família} {perceba|veja} o jogador {sair do quarto|levantar da cadeira}",
    "o cassino, outrora {distante|proibido}, {cabe|está} {agora|hoje} no bolso e {funciona|permanece aberto} dia e noite",
  ],
  causes: [
    {
      np: ["a publicidade agressiva das casas de apostas", "a propaganda que vende a ilusão do lucro fácil"],
      why: [
        "{influenciadores|artistas e influenciadores} {exibem|mostram} {carros e viagens|ganhos fabulosos} e {escondem|omitem} que {a banca|a plataforma} {sempre|quase sempre} {vence|lucra}",
        "{a propaganda|o anúncio} {apresenta|trata} a aposta como {investimento|renda extra}, {linguagem|disfarce} que {seduz|convence} {quem está desempregado|quem vive no aperto}",
      ],
      example: [
        "{um jovem|um rapaz} que {admira|segue} um {influenciador|jogador de futebol} {baixa|instala} o aplicativo {indicado|divulgado} por ele e {perde|gasta}, {em uma semana|aos poucos}, {o que guardou|tudo o que juntou} {em meses|para os estudos}",
        "{vídeos|muitos vídeos} de {vitórias|prêmios} {são gravados|são feitos} em {contas de demonstração|versões falsas do jogo}, {nas quais|em que} ninguém arrisca {dinheiro algum|um centavo}",
      ],
      effect: [
        "o risco {fica escondido|desaparece} atrás do brilho, e {a derrota|o prejuízo} parece {culpa|falta de sorte} de {quem joga|cada um}",
        "{adolescentes|crianças e adolescentes} crescem associando o futebol {ao dinheiro da aposta|ao palpite}, e não {ao esporte|à alegria do jogo}",
      ],
    },
    {
      np: ["a vulnerabilidade econômica da população", "o desemprego e o endividamento"],
      why: [
        "{quando|se} o trabalho não {paga|cobre} as contas, a sorte {parece|torna-se} {o único caminho|a última esperança}, por mais improvável que {seja|pareça}",
        "{quem|o brasileiro que} {nunca aprendeu|não aprendeu} a {planejar|organizar} o orçamento {tem dificuldade de|custa a} {perceber|calcular} o quanto {perde|entrega} em {pequenas apostas|palpites diários}",
      ],
      example: [
        "um pai de família que {aposta|joga} {o dinheiro da feira|parte do salário} para {pagar|quitar} uma dívida {termina|acaba} o mês com {duas dívidas|outra dívida ainda maior}",
        "{beneficiários de|pessoas atendidas por} programas sociais {chegam a|acabam por} {gastar|deixar} em plataformas o {auxílio|recurso} {destinado|reservado} à comida",
      ],
      effect: [
        "{a pobreza|o endividamento} {aprofunda-se|aumenta}, e a casa, {o casamento|a escola dos filhos} e {a paz|o sono} entram na conta",
        "{o comércio|o comércio do bairro} {vende menos|perde}, {pois|já que} o dinheiro que {circularia|ficaria} na comunidade {escoa|vai} para {empresas distantes|contas no exterior}",
      ],
    },
    {
      np: ["a regulamentação tardia do setor", "a fiscalização frágil das plataformas"],
      why: [
        "{autorizadas|liberadas} em 2018, as apostas esportivas {passaram|ficaram} {anos|um longo período} sem {regras claras|fiscalização}, tempo {em que|durante o qual} {se espalharam|conquistaram o país}",
        "sites clandestinos, {hospedados|sediados} em outros países, {mudam|trocam} de endereço {a cada|depois de cada} bloqueio e {continuam|seguem} {a atrair|atraindo} jogadores",
      ],
      example: [
        "{um menor de idade|um adolescente} {usa|informa} o CPF do {pai|irmão mais velho} e {joga|aposta} sem que {a plataforma|o sistema} {faça perguntas|confira sua identidade}",
        "o jogador que {tenta|procura} {fechar|cancelar} a conta {recebe|ganha} {bônus|créditos} para {ficar|voltar}, {prática|estratégia} {conhecida|comum} em empresas que lucram com a {compulsão|dependência}",
      ],
      effect: [
        "{o dependente|o jogador compulsivo} {fica|é deixado} {sem proteção|sozinho}, e o Estado só {aparece|chega} para {recolher impostos|cobrar tributos}",
        "a ludopatia, {reconhecida|classificada} como doença, {cresce|avança} sem que haja {atendimento|tratamento} suficiente",
      ],
    },
  ],
  repertoire: [
    {
      kind: "mirror",
      cite: "no romance “O jogador”, de 1866, Fiódor Dostoiévski, {ele próprio|que foi} viciado em roleta, {narra|descreve} a {ruína|queda} de um jovem {dominado|consumido} pela esperança de {ganhar|recuperar tudo}",
      link: [
        "a roleta mudou de {lugar|endereço} e {cabe|gira} {hoje|agora} {na palma da mão|no celular}, mas a ilusão {é a mesma|continua}",
        "entre a Rússia do século XIX e o Brasil {atual|de hoje}, mudaram as fichas, {e não|mas não} a {dor|ruína} de quem {aposta|joga} o que não tem",
      ],
      back: "a roleta de Dostoiévski {girará|ficará} apenas {na literatura|nas páginas do romance}",
    },
    {
      kind: "idea",
      cite: "o psicólogo americano B. F. Skinner {mostrou|demonstrou} que recompensas {imprevisíveis|irregulares} {prendem|condicionam} o comportamento mais do que {as garantidas|prêmios certos}",
      link: [
        "cada aplicativo de aposta {explora|aproveita} {esse princípio|essa descoberta} ao {alternar|misturar} pequenas vitórias e {longas|grandes} perdas",
        "{luzes, sons e quase acertos|cores e sons} mantêm o jogador à espera da {próxima rodada|próxima vitória}, {tal como|como} nos {experimentos|estudos} do autor",
      ],
      back: "as descobertas de Skinner {servirão|poderão servir} para {curar|educar}, e não para {explorar|viciar}",
    },
    {
      kind: "ideal",
      cite: "a lei 14.790, de 2023, {regulamentou|passou a regular} as apostas de quota fixa e {proibiu|vedou} a participação de menores de dezoito anos",
      link: [
        "{a norma|essa regra} {chegou|veio} {tarde|depois do estrago} e {ainda|} {encontra|enfrenta} plataformas {que a ignoram|dispostas a burlá-la}",
        "{proibir|vedar} {no papel|na lei} {pouco resolve|não basta} enquanto {crianças|adolescentes} {veem|recebem} {anúncios|propagandas} de apostas em cada jogo de futebol",
      ],
      back: "a lei de 2023 {será cumprida|deixará de ser burlada} pelas plataformas",
    },
  ],
  tags: ["technology", "consumption", "health"],
  counter: [
    {
      claim: "{apostar|jogar} é {apenas|só} {diversão|entretenimento}",
      reply:
        "{a diversão|o lazer} {acaba|termina} quando {o jogo|a aposta} {compromete|consome} {o aluguel|a comida} e {a saúde|a paz} de {uma família|muitas casas}",
    },
    {
      claim: "{o setor|esse mercado} {gera|traz} {empregos e impostos|dinheiro para os clubes}",
      reply: "{o que se arrecada|o valor arrecadado} não paga {o tratamento dos dependentes|a ruína das famílias}",
    },
  ],
  measures: [
    {
      agent: "o Congresso Nacional",
      action: "{restringir|limitar} a publicidade {das apostas|das casas de apostas}",
      means: "uma lei {semelhante à|nos moldes da} que {restringiu|limitou} a propaganda de cigarros",
      purpose: "{proteger|resguardar} {crianças e jovens|os mais jovens} da {ilusão|promessa} do lucro fácil",
      detail:
        "{a norma|o texto} {deve|precisa} {vetar|proibir} {influenciadores e atletas|o patrocínio em uniformes} e {exigir|impor} {avisos|alertas} sobre o risco de {dependência|endividamento}",
    },
    {
      agent: "o Ministério da Saúde",
      action: "{oferecer|garantir} tratamento {gratuito|especializado} aos {dependentes|jogadores compulsivos}",
      means: "grupos de apoio nos Centros de Atenção Psicossocial e {um canal telefônico|atendimento por telefone}",
      purpose: "{recuperar|acolher} {quem perdeu o controle|os doentes} e {amparar|orientar} suas famílias",
      detail:
        "o dinheiro {deve|pode} {vir|sair} dos impostos {pagos|recolhidos} pelas próprias {plataformas|casas de apostas}, {com prestação de contas|de forma transparente}",
    },
    {
      agent: "as escolas",
      action: "ensinar {probabilidade aplicada aos jogos|educação financeira}",
      means: "{simulações|jogos sem dinheiro} e {debates|conversas} com {economistas e psicólogos|ex-jogadores}",
      purpose: "{mostrar|deixar claro} que a matemática {sempre favorece|trabalha para} a banca",
      detail:
        "{as atividades|os encontros} {podem|devem} {reunir|incluir} os pais, {muitos dos quais|que por vezes} {também apostam|escondem o próprio vício}",
    },
  ],
  vague: [
    "{todo mundo|muita gente} {quer|sonha em} ficar rico {rápido|sem trabalhar} e {acaba perdendo tudo|cai nessa}",
    "esses jogos {são|parecem} {uma enganação|legais no começo} e {viciam|depois viciam}",
    "{os famosos|os influenciadores} {fazem propaganda|divulgam} e {as pessoas|os seguidores} acreditam",
    "{dinheiro|o dinheiro} não {cai do céu|nasce em árvore} e {é preciso|a gente precisa} {trabalhar|dar valor}",
    "tem gente que {perdeu|vendeu} {até a moto|tudo} por causa {disso|do tigrinho}",
  ],
  source: [
    "o texto I explica que ludopatia é a dependência de jogos de azar",
    "segundo o texto motivador, as apostas on-line crescem mais entre os jovens",
    "o texto II mostra um anúncio que promete bônus para quem fizer o primeiro depósito",
  ],
};
