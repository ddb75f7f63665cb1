/** @file Theme: screens and advertising in childhood. */
import type { Theme } from "../types";

/** Screens and advertising in childhood. */
export const screensChildhood: Theme = {
  id: "screens-childhood",
  title: "o uso excessivo de telas e a publicidade dirigida às crianças",
  problem: [
    "o uso excessivo de telas na infância",
    "a superexposição das crianças às telas",
    "a publicidade dirigida ao público infantil",
  ],
  right: ["o direito de brincar", "o desenvolvimento saudável das crianças", "a infância"],
  victims: ["as crianças", "os filhos de pais ausentes", "os alunos da educação infantil"],
  broad: ["a infância", "a família", "a tecnologia"],
  scene: [
    "{em restaurantes e consultórios|à mesa e no carro}, {bebês|crianças que mal falam} {deslizam|passam} o dedo por vídeos {coloridos|intermináveis} para que {os adultos conversem|ninguém seja incomodado}",
    "{brincadeiras de rua|pega-pega e esconde-esconde} {perderam|cederam} lugar para {jogos|canais} em que {tudo está pronto|a criança apenas assiste}",
    "{bonecas, lanches e mochilas|brinquedos e lanches} {aparecem|são exibidos} em vídeos de {crianças famosas|influenciadores mirins}, {propaganda|anúncio} que {não diz seu nome|se disfarça de brincadeira}",
  ],
  causes: [
    {
      np: ["a falta de tempo e de orientação dos pais", "o uso das telas como substitutas da convivência"],
      why: [
        "a jornada {longa|dupla} de trabalho deixa os pais {exaustos|sem forças}, e o celular {oferece|promete} um silêncio {imediato|barato}, cujo preço só aparece {depois|mais tarde}",
        "{muitos adultos|os próprios responsáveis} {não conhecem|desconhecem} as recomendações {médicas|dos pediatras} e {dão|oferecem} o aparelho {cada vez mais cedo|antes mesmo da fala}, por acreditar que ele {ensina|estimula}",
      ],
      example: [
        "um menino que só {come|almoça} {diante do|com o} desenho animado {não aprende|deixa de aprender} a {reconhecer a fome|conversar à mesa}",
        "{a mãe|uma mãe} que {trabalha em casa|cozinha e responde mensagens} {entrega|empresta} o tablet {por meia hora|só por um instante} e {percebe|nota}, à noite, que a tarde inteira passou",
      ],
      effect: [
        "{a fala|a linguagem} {atrasa|demora}, o sono {encurta|piora} e a {irritação|birra} {cresce|aumenta} quando {a tela se apaga|o aparelho é retirado}",
        "pais e filhos moram {juntos|na mesma casa} e {convivem|conversam} cada vez menos",
      ],
    },
    {
      np: ["os interesses da indústria do entretenimento", "a exploração comercial da infância"],
      why: [
        "{a criança|o público infantil} {ainda não distingue|não separa} {o conteúdo da propaganda|a história do anúncio}, {fragilidade|inocência} que as empresas {transformam|convertem} em {lucro|vendas}",
        "{cores fortes|sons e cores}, {prêmios|vídeos em sequência} e estímulos {constantes|sem fim} foram {planejados|pensados} para {impedir|adiar} a pausa",
      ],
      example: [
        "{vídeos|canais} em que {crianças|meninas e meninos} {abrem|desembrulham} brinquedos {acumulam|reúnem} milhões de {visualizações|acessos} e {funcionam|agem} como vitrines {disfarçadas|sem aviso}",
        "{um lanche gorduroso|um salgadinho} vendido com {o boneco|o brinde} do filme {da moda|do momento} {ensina|acostuma} a criança a {desejar|pedir} a embalagem, e não o alimento",
      ],
      effect: [
        "{o consumismo|o desejo de comprar} {chega|instala-se} antes {da leitura|do alfabeto}, e {a família|o orçamento da casa} {sofre|sente} a pressão",
        "{a obesidade|o sedentarismo} infantil e {a ansiedade|a frustração} {crescem|avançam} lado a lado",
      ],
    },
    {
      np: ["a falta de espaços para brincar", "a perda dos espaços públicos da infância"],
      why: [
        "ruas perigosas e praças {abandonadas|sem brinquedos} mantêm as crianças {em apartamentos|dentro de casa}, onde a tela {é a única janela|vira a companhia mais fácil}",
        "{as escolas|muitas escolas} {reduziram|encurtaram} o recreio e {cobriram|cimentaram} os pátios, como se brincar {fosse|representasse} {perda de tempo|o contrário de aprender}",
      ],
      example: [
        "{crianças|irmãos} que {moram|vivem} em {conjuntos habitacionais|prédios} sem {quintal nem quadra|área de lazer} {conhecem|dominam} {dezenas de jogos virtuais|todos os canais de vídeo} e {nunca subiram|jamais subiram} em uma árvore",
        "{no feriado|nas férias}, {a fila|o movimento} do shopping {cresce|aumenta} e o parque municipal {continua fechado|segue vazio}",
      ],
      effect: [
        "{a imaginação|a criatividade} {perde|deixa de ter} {terreno|exercício}, e o corpo, {parado|imóvel}, {adoece|enfraquece}",
        "{a convivência|a negociação das regras}, que {se aprende|nasce} na brincadeira coletiva, {faz falta|não se desenvolve}, e {os conflitos|as brigas} {aumentam|crescem} na escola",
      ],
    },
  ],
  repertoire: [
    {
      kind: "mirror",
      cite: "o documentário “Criança, a alma do negócio”, de 2008, dirigido por Estela Renner, {mostra|revela} crianças que {reconhecem|identificam} marcas e não sabem {nomear|reconhecer} frutas e legumes",
      link: [
        "{desde então|depois do filme}, a {vitrine|propaganda} {saiu|mudou} da televisão e {entrou|instalou-se} no {bolso|quarto}",
        "{o filme|a diretora} {antecipou|anunciou} uma infância em que {o logotipo|a marca} {vale|ensina} mais do que {o quintal|a brincadeira}",
      ],
      back: "a criança {deixará de ser|não será mais} a alma do negócio {denunciada|mostrada} por Estela Renner",
    },
    {
      kind: "idea",
      cite: "o psicanalista inglês Donald Winnicott {ensinou|defendeu} que é {ao brincar|brincando} que a criança {descobre|constrói} a si mesma",
      link: [
        "{a tela|o vídeo}, que {já traz|entrega} tudo pronto, {rouba|toma} {justamente|exatamente} esse espaço de {criação|descoberta}",
        "{sem o tédio e o quintal|sem a brincadeira livre}, esse processo {é interrompido|fica pela metade}",
      ],
      back: "as crianças {voltarão a|poderão} descobrir a si mesmas {brincando|na brincadeira}, como {queria|ensinou} Winnicott",
    },
    {
      kind: "ideal",
      cite: "o artigo 227 da Constituição Federal {determina|estabelece} que é dever da família, da sociedade e do Estado assegurar, com absoluta prioridade, os direitos da criança",
      link: [
        "{o lucro|o mercado}, {na prática|no cotidiano}, {parece ter|ganhou} prioridade {maior|ainda mais absoluta}, {pois|já que} {a propaganda|o anúncio} alcança os pequenos {sem filtro|a qualquer hora}",
        "{prioridade absoluta|essa prioridade} {não combina|pouco combina} com {pátios cimentados|praças fechadas} e {celulares|telas} {na hora da refeição|como babás}",
      ],
      back: "a prioridade absoluta {prevista|prometida} no artigo 227 será cumprida {em casa e na escola|de verdade}",
    },
  ],
  tags: ["childhood", "technology", "consumption"],
  counter: [
    {
      claim: "{as telas|os tablets} {ensinam|educam} e {preparam|treinam} para o futuro",
      reply:
        "nenhum aplicativo substitui {o colo, a conversa e o quintal|a conversa e a brincadeira}, {bases|fontes} {da linguagem|do aprendizado} nos primeiros anos",
    },
    {
      claim: "{cabe apenas|compete somente} aos pais {desligar|controlar} o aparelho",
      reply:
        "uma família cansada {pouco pode|tem pouca força} contra empresas inteiras {dedicadas|voltadas} a {prender|capturar} a atenção {infantil|de seus filhos}",
    },
  ],
  measures: [
    {
      agent: "o Ministério da Saúde",
      action: "{orientar|informar} as famílias sobre {os limites|o uso saudável} de telas {por idade|em cada fase}",
      means:
        "{consultas|conversas} nos postos e vídeos curtos {exibidos|divulgados} {desde o pré-natal|em creches e maternidades}",
      purpose: "{prevenir|evitar} atrasos na fala, {obesidade|insônia} e ansiedade",
      detail:
        "{os pediatras|as equipes} {devem|podem} {sugerir|propor}, junto com os limites, {brincadeiras simples|alternativas sem custo}, {possíveis|viáveis} {em espaços pequenos|na rotina de quem trabalha}",
    },
    {
      agent: "o Congresso Nacional",
      action:
        "{proibir|restringir} a publicidade {dirigida|destinada} a menores de doze anos {na internet|em vídeos e jogos}",
      means: "uma lei {clara|específica} e {multas|sanções} às plataformas",
      purpose: "{proteger|resguardar} a infância {da exploração comercial|dos interesses do mercado}",
      detail:
        "{a norma|o texto} {deve|precisa} {alcançar|incluir} os canais de {influenciadores mirins|crianças famosas}, tratados como trabalho infantil quando {houver|existir} {contrato|lucro}",
    },
    {
      agent: "as prefeituras",
      action:
        "{recuperar|construir} praças e {fechar|reservar} ruas para {brincadeiras|o lazer} {aos domingos|nos fins de semana}",
      means:
        "{mutirões|parcerias} com {moradores e escolas|associações de bairro} e {verbas|recursos} do orçamento participativo",
      purpose: "{devolver|oferecer} às crianças {o direito de brincar|espaços seguros}",
      detail:
        "{monitores e avós|educadores e moradores} {podem|devem} {ensinar|resgatar} {cantigas e jogos antigos|brincadeiras tradicionais}, {aproximando|o que aproxima} as gerações",
    },
  ],
  vague: [
    "{as crianças|os pequenos} {de hoje|hoje em dia} só {ficam|querem ficar} no celular e {não brincam mais|não obedecem}",
    "{os pais|muitos pais} {dão|entregam} o celular {para a criança ficar quieta|porque estão cansados}",
    "{antigamente|no meu tempo} {se brincava|a gente brincava} {na rua|de pique} e era {melhor|mais divertido}",
    "a criança vê {uma propaganda|um vídeo} e {quer tudo|pede para comprar}",
    "{o celular|a tela} {faz mal|estraga a vista} e {deixa|acaba deixando} a criança {nervosa|sem sono}",
  ],
  source: [
    "segundo o texto I, os pediatras recomendam que bebês não sejam expostos a telas",
    "o texto motivador lembra que a criança não sabe diferenciar o programa do comercial",
    "a charge do texto II mostra uma família inteira à mesa, cada um com o seu celular",
  ],
};
