/** @file Theme: water. */
import type { Theme } from "../types";

/** Water: scarcity and waste. */
export const water: Theme = {
  id: "water",
  title: "a crise hídrica e o uso responsável da água no Brasil",
  problem: ["a crise hídrica", "a má gestão da água", "o desperdício de água potável"],
  right: ["o acesso à água potável", "a segurança hídrica", "o direito das futuras gerações à água"],
  victims: ["as famílias do semiárido", "os moradores das periferias", "as comunidades mais pobres"],
  broad: ["a natureza", "o meio ambiente", "o planeta"],
  scene: [
    "o país que abriga {a maior bacia hidrográfica|alguns dos maiores rios} do mundo {assiste|já se acostumou} a {rodízios de abastecimento|racionamentos} e a reservatórios {quase vazios|em níveis críticos}",
    "em {muitos bairros|diversas cidades}, a torneira {seca|fica sem água} {por dias seguidos|com frequência}, ao passo que vazamentos {correm pela rua|se multiplicam} sem {conserto|qualquer reparo}",
    "{lavar calçadas com mangueira|tomar banhos demorados} {ainda é|continua sendo} hábito comum, como se a água {fosse infinita|nunca fosse acabar}",
  ],
  causes: [
    {
      np: ["o mito da abundância", "a crença em um recurso inesgotável"],
      why: [
        "{cercado de|acostumado a} rios e chuvas, o brasileiro {aprendeu a|habituou-se a} tratar a água como {bem infinito|dádiva sem preço} e {raramente|quase nunca} pensa na origem do que {consome|bebe}",
        "a água {doce e limpa|própria para o consumo} é {uma parte pequena|parcela mínima} de toda a água da Terra e está {mal distribuída no território|distante das maiores cidades}",
      ],
      example: [
        "o morador que {escova os dentes|faz a barba} com a torneira aberta {joga fora|desperdiça} {em minutos|sem notar} o que {uma família do sertão|outra família} {busca|carrega} em baldes",
        "{em condomínios|em muitos prédios}, a conta {dividida por igual|coletiva} {esconde|disfarça} o excesso de alguns, e {ninguém se sente|nenhum morador se sente} responsável",
      ],
      effect: [
        "o desperdício {torna-se invisível|passa despercebido}, e {a economia|o cuidado} só aparece {em plena|durante a} {seca|estiagem}",
        "{a estiagem|a seca} {surpreende|alcança} cidades {despreparadas|sem plano algum}, que {culpam|responsabilizam} apenas o clima",
      ],
    },
    {
      np: ["as perdas nas redes de distribuição", "a precariedade do sistema de abastecimento"],
      why: [
        "{tubulações antigas|canos envelhecidos} e {ligações clandestinas|obras malfeitas} fazem {boa parte|uma fração expressiva} da água tratada {desaparecer|perder-se} antes de chegar às casas",
        "{consertar|substituir} canos {enterrados|subterrâneos} não {rende votos|aparece em fotografias}, e, com isso, governos {sucessivos|de diferentes partidos} adiam {a manutenção|os reparos}",
      ],
      example: [
        "um vazamento {na esquina|na avenida} {permanece|jorra} por semanas, apesar das {reclamações|ligações} dos vizinhos, {enquanto|ao passo que} o bairro de cima fica {sem pressão|com as torneiras secas}",
        "{há|existem} cidades em que a água {captada|tratada} {se perde|escapa} em tal volume que {bastaria|seria suficiente} para {abastecer|atender} {vários bairros|municípios vizinhos}",
      ],
      effect: [
        "paga-se {caro|duas vezes} por uma água que {ninguém usa|não chega}, e novos rios {são represados|passam a ser explorados} {sem necessidade|à toa}",
        "as periferias {sofrem primeiro|são as primeiras a sofrer} com {a falta|os cortes}",
      ],
    },
    {
      np: ["o desmatamento das áreas de nascente", "a destruição das matas ciliares"],
      why: [
        "as árvores {protegem|seguram} o solo, {alimentam|abastecem} os lençóis subterrâneos e {devolvem|lançam} umidade à atmosfera, de modo que {sem floresta|sem mata} não há {chuva regular|rio saudável}",
        "a expansão {desordenada|ilegal} {do pasto e da lavoura|da agropecuária} {avança|chega} até a beira dos rios, que {assoreiam|se enchem de terra} e {perdem|deixam de ter} profundidade",
      ],
      example: [
        "os chamados rios voadores, {formados|alimentados} pela umidade da Amazônia, {levam|carregam} chuva ao Sudeste e {dependem|precisam} da floresta {em pé|preservada}",
        "{o rio São Francisco|o Velho Chico}, {essencial para|que sustenta} o Nordeste, {perde vazão|definha} à medida que {suas margens|as suas nascentes} {são devastadas|ficam sem vegetação}",
      ],
      effect: [
        "{as nascentes secam|as nascentes desaparecem}, e {a estiagem|a seca} {deixa de ser exceção|torna-se mais longa} {em várias regiões|até onde sempre choveu}",
        "o próprio produtor rural acaba sem água para {irrigar|manter} a plantação",
      ],
    },
    {
      np: ["a poluição dos rios urbanos", "o despejo de esgoto nos mananciais"],
      why: [
        "{cidades inteiras|cidades de todos os tamanhos} {lançam|despejam} esgoto e lixo nos {córregos|rios} que as {cortam|atravessam}, por falta de {tratamento|rede coletora} e de {fiscalização|punição}",
        "{indústrias|algumas empresas} {descartam|liberam} {resíduos químicos|produtos tóxicos} {à noite|longe dos olhos dos fiscais} e consideram a multa mais {barata|leve} que o tratamento",
      ],
      example: [
        "o Tietê, {que nasce limpo|cujas águas nascem limpas} em Salesópolis, atravessa a capital paulista {coberto de espuma|sem vida}",
        "{praias|rios} onde {os avós pescavam|antigos moradores nadavam} {hoje|atualmente} {exibem|têm} placas que {proíbem|desaconselham} o banho",
      ],
      effect: [
        "{tratar|limpar} a água fica {cada vez mais caro|mais difícil}, e {doenças evitáveis|doenças como a hepatite A} {voltam a|continuam a} {circular|preocupar}",
        "{a cidade|a população} dá as costas ao rio e {vai buscar|passa a buscar} água {cada vez mais longe|em bacias distantes}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "mirror",
      cite: "em “Vidas secas”, Graciliano Ramos {narra|conta} a {fuga|caminhada} de uma família {sertaneja|de retirantes} que {busca|procura} água {para sobreviver|e um lugar para viver}",
      link: [
        "{quase um século depois|ainda hoje}, {Fabianos e Sinhas Vitórias|famílias como a de Fabiano} continuam a depender de {carros-pipa|chuvas incertas}",
        "a seca do romance já não {é só|é exclusiva} do sertão e bate à porta também das grandes cidades",
      ],
      back: "brasileiros como os {personagens|retirantes} de Graciliano Ramos não precisarão mais fugir da sede",
    },
    {
      kind: "ideal",
      cite: "a Política Nacional de Recursos Hídricos, {instituída|criada} em 1997, {define|declara} a água como {bem de domínio público|recurso natural limitado} e {determina|prevê} que a sua gestão seja {compartilhada|participativa}",
      link: [
        "{na prática|no cotidiano}, os comitês de bacia {têm pouca voz|são pouco ouvidos}, e o interesse {econômico|imediato} {fala mais alto|costuma vencer}",
        "um bem {público|limitado} não combina com {o desperdício e o descaso|a negligência} que se {veem|observam} {em todo o país|nas cidades}",
      ],
      back: "a água {será tratada|será cuidada}, como {quer|manda} a lei, {como bem de todos|como um bem público}",
    },
    {
      kind: "idea",
      cite: "o líder indígena Ailton Krenak, em “Ideias para adiar o fim do mundo”, {lembra|recorda} que seu povo trata o rio Doce como {um avô|parente}, e não como {recurso|mercadoria}",
      link: [
        "{essa visão|tal olhar} {contrasta|choca-se} com a {sociedade|economia} que {vê|enxerga} nos rios apenas {canos e esgotos|matéria-prima}",
        "quem {enxerga|vê} o rio como parente {dificilmente|jamais} o {envenena|polui}",
      ],
      back: "os rios, {como ensina|a exemplo do que ensina} Ailton Krenak, {serão|poderão ser} {respeitados como parentes|tratados com o cuidado devido aos mais velhos}",
    },
  ],
  tags: ["environment", "rights", "consumption"],
  counter: [
    {
      claim: "{um país|uma nação} com tantos rios {não precisa|não tem por que} se preocupar com {a água|isso}",
      reply: "a maior parte dessa água {está|corre} na Amazônia, longe de onde {vive|mora} a maioria da população",
    },
    {
      claim:
        "{o consumo doméstico|a casa de cada um} {pesa pouco|quase não pesa} diante do {gasto|consumo} da agricultura",
      reply:
        "{o exemplo|a mudança} {começa|nasce} em casa e {dá força|dá legitimidade} para {cobrar|exigir} {também|igualmente} dos grandes consumidores",
    },
  ],
  measures: [
    {
      agent: "as companhias de saneamento",
      action: "{substituir|trocar} as redes {antigas|danificadas} e {reparar|eliminar} os vazamentos",
      means: "{sensores de pressão|sistemas de monitoramento} e {equipes de plantão|equipes dedicadas}",
      purpose: "{reduzir|diminuir} as perdas {na distribuição|entre a estação e a torneira}",
      detail:
        "{o cidadão|o morador} {deve|precisa} {dispor de|contar com} um aplicativo {para|destinado a} {denunciar|comunicar} vazamentos, com prazo {curto|definido} de resposta",
    },
    {
      agent: "o Ministério do Meio Ambiente",
      action: "{recuperar|replantar} as matas {ciliares|das nascentes} {nas principais bacias|em todo o país}",
      means: "pagamentos por serviços ambientais e {fiscalização por satélite|viveiros de mudas nativas}",
      purpose: "{proteger|preservar} os rios e {regular o regime de chuvas|garantir a água das próximas gerações}",
      detail:
        "{o incentivo|o pagamento} {deve|pode} {alcançar|beneficiar} {sobretudo|em especial} os pequenos agricultores, {que se tornariam|que passariam a ser} guardiões {das nascentes|da água}",
    },
    {
      agent: "as escolas e os meios de comunicação",
      action:
        "{promover|realizar} campanhas {permanentes|contínuas} sobre {o consumo consciente|o uso responsável da água}",
      means:
        "{gincanas e visitas|visitas guiadas} a estações de tratamento e {vídeos|reportagens} {nas redes sociais|na televisão}",
      purpose: "{mudar|transformar} hábitos {domésticos|cotidianos} e {desfazer|vencer} a ilusão da abundância",
      detail:
        "{os alunos|as turmas} {podem|devem} {medir|acompanhar} o consumo {da própria escola|de suas casas} e {propor|apresentar} {metas de economia|soluções} à comunidade",
    },
  ],
  vague: [
    "a água é {muito importante|essencial} para {a vida|todos nós} e {sem ela|sem água} ninguém vive",
    "{muita gente|muita gente por aí} {gasta|desperdiça} água {à toa|sem pensar} e {depois reclama|isso é errado}",
    "{se acabar|quando acabar} a água {vai ser|será} {muito ruim|um caos} para {todo mundo|a humanidade}",
    "{o planeta|a natureza} {precisa|está precisando} de {ajuda|cuidado} e {ninguém|quase ninguém} {liga|se importa}",
    "{os rios|muitos rios} estão {sujos|poluídos} por causa {do lixo|do homem}",
  ],
  source: [
    "segundo o texto I, a água doce disponível representa uma parte muito pequena de toda a água do planeta",
    "o texto motivador diz que economizar água é um dever de todos e que cada gota conta",
    "a tirinha do texto II mostra um menino que abre a torneira e só encontra poeira",
  ],
};
