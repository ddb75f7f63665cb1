/** @file Theme: false news. */
import type { Theme } from "../types";

/** False news. */
export const fakeNews: Theme = {
  id: "fake-news",
  title: "o combate à disseminação de notícias falsas no Brasil",
  problem: [
    "a disseminação de notícias falsas",
    "a desinformação nas redes sociais",
    "a circulação de boatos digitais",
  ],
  right: ["o direito à informação", "a democracia", "a confiança nas instituições"],
  victims: ["os leitores desatentos", "os cidadãos mal informados", "os alvos de boatos"],
  broad: ["a internet", "a comunicação", "a política"],
  scene: [
    "uma mentira {bem escrita|com aparência de notícia} {percorre|atravessa} o país em {minutos|poucas horas}, enquanto o desmentido {chega|aparece} {tarde e a poucos|dias depois}",
    "{grupos de família|conversas de aplicativo} {tornaram-se|viraram} {redações improvisadas|salas de imprensa}, nas quais {todos|muitos} publicam e {ninguém|quase ninguém} {confere|verifica}",
    "{montagens e áudios falsos|vídeos adulterados} {já decidem|influenciam} {brigas familiares|votos}, {tratamentos médicos|amizades} e {até|mesmo} linchamentos",
  ],
  causes: [
    {
      np: ["a falta de educação midiática", "o despreparo do público para avaliar as fontes"],
      why: [
        "{a escola|o ensino} {ensina|costuma ensinar} a {ler|interpretar} romances e poemas, mas {raramente|quase nunca} {ensina|orienta} o aluno a {desconfiar|duvidar} de uma manchete",
        "{muitos leitores|leitores apressados} {param|detêm-se} no título e {compartilham|repassam} aquilo que {confirma|reforça} as {próprias crenças|opiniões que já tinham}",
      ],
      example: [
        "{um idoso|uma senhora} que {recebe|lê} no celular a {notícia|promessa} de uma cura milagrosa {repassa|encaminha} a mensagem {por afeto|para proteger os netos}, sem {imaginar|perceber} o {dano|perigo}",
        "{um estudante|um aluno} que {cita|usa} em um trabalho {uma página de humor|um site anônimo} como {fonte séria|se fosse jornal} {revela|mostra} o tamanho dessa {lacuna|carência}",
      ],
      effect: [
        "a mentira {encontra|acha} {terreno fértil|mensageiros de boa-fé} e {ganha|veste} a aparência de verdade {pela repetição|à força de ser repetida}",
        "{o debate público|a conversa pública} {empobrece|perde qualidade}, {pois|já que} cada grupo {vive|se fecha} em sua própria versão dos fatos",
      ],
    },
    {
      np: ["a lógica de lucro das plataformas digitais", "os algoritmos que premiam o escândalo"],
      why: [
        "conteúdos {chocantes|que provocam raiva} {prendem|retêm} a atenção, {geram|rendem} anúncios e {são|acabam} {impulsionados|recomendados} por sistemas que não distinguem {verdade e mentira|o fato da invenção}",
        "{as empresas|as redes} {conhecem|medem} o alcance dos boatos, mas {hesitam|demoram} em {removê-los|agir}, {porque|já que} o engajamento {é a base|está na base} de seus {lucros|negócios}",
      ],
      example: [
        "{quem assiste|o usuário que assiste} a um vídeo {conspiratório|sensacionalista} {recebe|passa a receber} {sugestões|indicações} {cada vez mais|ainda mais} {extremas|absurdas}",
        "sites criados {da noite para o dia|às vésperas das eleições}, com nomes {parecidos com os|semelhantes aos} de jornais {conhecidos|tradicionais}, {lucram|ganham dinheiro} a cada clique {indignado|do leitor}",
      ],
      effect: [
        "{a indignação|o ódio} {vira|torna-se} {mercadoria|negócio}, e o jornalismo {cuidadoso|sério} perde {espaço|leitores}",
        "a sociedade divide-se em bolhas que {já não conversam|desconfiam umas das outras}",
      ],
    },
    {
      np: ["a sensação de impunidade na internet", "o anonimato que protege quem mente"],
      why: [
        "{perfis falsos|contas anônimas} e {robôs|disparos em massa} dificultam a {identificação|punição} dos responsáveis, que {agem|atuam} como se a rede fosse {terra sem lei|um território sem regras}",
        "{a Justiça|o Judiciário} {anda|move-se} em ritmo {lento|próprio}, incapaz de acompanhar {a velocidade|o alcance} de uma mentira {viral|compartilhada}",
      ],
      example: [
        "em 2014, no Guarujá, uma {mulher|dona de casa} foi {morta|linchada} por vizinhos {depois de|após} um boato {na internet|em uma página} a confundir com uma {criminosa|sequestradora} que {nem existia|jamais existiu}",
        "{na Escola Base|no caso da Escola Base}, em 1994, {antes mesmo das redes|ainda sem internet}, uma acusação {falsa|sem provas} {destruiu|arruinou} a vida dos {donos|responsáveis}, {exemplo|prova} do que a {pressa|irresponsabilidade} pode causar",
      ],
      effect: [
        "{reputações|vidas} {construídas|erguidas} em décadas {são destruídas|desabam} {em uma tarde|por uma frase}, {sem|quase sempre sem} {reparação|retratação} à altura",
        "{mentir|enganar} {compensa|vale a pena}, e {quem diz a verdade|o cidadão honesto} {passa a|começa a} {duvidar|desconfiar} de tudo",
      ],
    },
  ],
  repertoire: [
    {
      kind: "idea",
      cite: "a filósofa Hannah Arendt, no ensaio “Verdade e política”, {adverte|alerta} que {a liberdade de opinião|o direito de opinar} {é uma farsa|perde o sentido} quando os fatos não são {garantidos|respeitados}",
      link: [
        "{opinar|debater} sobre {mentiras|o que nunca ocorreu} não é {liberdade|democracia}, mas {manipulação|servidão} {disfarçada|com outro nome}",
        "{o eleitor|o cidadão} {enganado|cercado de boatos} {escolhe|decide} a partir das invenções de {quem o enganou|outra pessoa}",
      ],
      back: "os fatos {voltarão a ser|serão}, como {queria|defendia} Hannah Arendt, o chão comum do debate",
    },
    {
      kind: "mirror",
      cite: "na “Alegoria da caverna”, Platão {descreve|imagina} prisioneiros que {confundem|igualam} as sombras {projetadas|vistas} na parede com a realidade",
      link: [
        "{a tela do celular|o celular} {é|tornou-se} a {nova|moderna} parede da caverna, {onde|na qual} {sombras|imagens falsas} {passam por|são vendidas como} fatos",
        "{sair|libertar-se} da caverna, {hoje|no século XXI}, {exige|significa} {checar|comparar} as fontes antes de {acreditar|compartilhar}",
      ],
      back: "os brasileiros {sairão|poderão sair}, enfim, da caverna {de Platão|digital}",
    },
    {
      kind: "mirror",
      cite: "em 1938, a {transmissão|peça} radiofônica de “A guerra dos mundos”, {narrada|dirigida} por Orson Welles, assustou ouvintes {americanos|dos Estados Unidos} que acreditaram {em uma invasão marciana|na chegada de marcianos}",
      link: [
        "o susto daquela noite durou poucas {horas|horas apenas}, ao passo que os boatos {atuais|da internet} {circulam|ressurgem} por anos",
        "{o rádio|aquele programa} {ao menos|pelo menos} {avisava|informou} que se tratava de ficção, {cuidado|honestidade} que {os boatos|as mentiras} de hoje não {têm|oferecem}",
      ],
      back: "as invasões marcianas {ficarão|permanecerão} restritas {ao rádio de Orson Welles|à ficção}",
    },
  ],
  tags: ["technology", "education", "others"],
  counter: [
    {
      claim: "{combater|punir} mentiras na internet {fere|ameaça} a liberdade de expressão",
      reply:
        "nenhuma liberdade é {absoluta|ilimitada}, e {caluniar|enganar} {de propósito|para lucrar} não se confunde com {opinar|criticar}",
    },
    {
      claim: "os boatos {sempre existiram|são tão antigos quanto a fala}",
      reply:
        "{nunca antes|jamais} {alcançaram|atingiram} tanta gente em {tão pouco tempo|segundos}, com {tamanha|tanta} aparência de verdade",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Educação",
      action: "{inserir|incluir} a educação midiática {no currículo|na educação básica}",
      means:
        "{oficinas de checagem|aulas práticas} e {parcerias|projetos} com {jornais e agências de verificação|jornalistas}",
      purpose: "{formar|preparar} leitores {críticos|capazes de reconhecer um boato}",
      detail:
        "{os alunos|as turmas} {podem|devem} {criar|manter} um jornal {escolar|da comunidade}, {no qual|em que} boatos locais sejam {verificados|desmentidos}",
    },
    {
      agent: "as plataformas digitais",
      action:
        "{identificar|remover} {contas automatizadas|perfis falsos} e {reduzir|limitar} o alcance de {boatos|conteúdos já desmentidos}",
      means: "{equipes brasileiras|moderadores treinados} e {sistemas de alerta|selos de verificação}",
      purpose: "{frear|conter} a mentira antes que ela {se espalhe|cause danos}",
      detail:
        "os critérios {devem|precisam} ser {públicos|claros} e auditados por {universidades|especialistas independentes}, {para evitar|de modo a impedir} censura",
    },
    {
      agent: "o Congresso Nacional",
      action: "{aprovar|votar} uma lei que {responsabilize|puna} quem financia a produção de boatos",
      means: "{audiências públicas|debates} com {juristas, jornalistas e usuários|a sociedade civil}",
      purpose: "{acabar com|combater} a impunidade {sem ferir|e preservar} a liberdade de expressão",
      detail:
        "o valor das multas {deve|pode} {financiar|custear} {campanhas de checagem|bibliotecas e jornais comunitários}",
    },
  ],
  vague: [
    "{hoje em dia|atualmente} {não dá para|não se pode} acreditar em tudo que {aparece|está} na internet",
    "{muita gente|o povo} {compartilha|manda} {sem ler|qualquer coisa} e {depois|aí} {a mentira se espalha|dá confusão}",
    "{mentir|espalhar mentira} é {feio|errado} e {pode prejudicar|prejudica} {uma pessoa|os outros}",
    "{na política|em época de eleição} {tem|aparece} {muita mentira|muita coisa inventada}",
    "{temos que|é bom} {pesquisar|olhar} {antes|direito} {para não passar vergonha|para saber se é verdade}",
  ],
  source: [
    "segundo o texto I, notícia falsa é a informação inventada que imita o formato do jornalismo",
    "o texto motivador afirma que as mentiras se espalham mais rápido do que as notícias verdadeiras",
    "na charge do texto II, um homem compartilha a notícia antes de terminar de ler o título",
  ],
};
