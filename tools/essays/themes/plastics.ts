/** @file Theme: plastics and rubbish. */
import type { Theme } from "../types";

/** Plastics and rubbish. */
export const plastics: Theme = {
  id: "plastics",
  title: "o descarte de plásticos e os desafios do lixo no Brasil",
  problem: ["a poluição por plásticos", "o descarte inadequado do lixo", "o acúmulo de resíduos plásticos"],
  right: ["o equilíbrio ambiental", "a vida nos oceanos", "o meio ambiente saudável"],
  victims: ["os animais marinhos", "as comunidades pesqueiras", "os moradores próximos aos lixões"],
  broad: ["a natureza", "o lixo", "o planeta"],
  scene: [
    "{canudos, sacolas e garrafas|copos e sacolas}, {usados|úteis} por {poucos minutos|um instante}, {permanecem|continuam} na natureza por {séculos|muitas gerações}",
    "{depois de cada chuva forte|a cada temporal}, {bueiros|córregos} {entupidos|tomados por embalagens} {devolvem|trazem de volta} às ruas o que {foi jogado|se jogou} {nelas|no chão}",
    "{praias|muitas praias} que {atraem|encantam} turistas {amanhecem|aparecem} {cobertas|cheias} de {tampas, redes e embalagens|resíduos trazidos pelo mar}",
  ],
  causes: [
    {
      np: ["a cultura do descartável", "o consumo excessivo de embalagens"],
      why: [
        "{a praticidade|o conforto} {tornou-se|virou} {argumento|desculpa} para {embrulhar|embalar} tudo, {até|inclusive} frutas que a natureza já {protegeu|embalou} com casca",
        "{a indústria|o mercado} {lucra|ganha} com {objetos|produtos} de vida curta e {ensina|acostuma} o consumidor a {jogar fora|substituir} em vez de {reutilizar|consertar}",
      ],
      example: [
        "um {lanche|almoço} pedido por aplicativo {chega|vem} com {talheres, copos e sachês|três sacolas e vários potes} que {vão|seguem} para o lixo {sem uso|ainda limpos}",
        "{em festas infantis|numa festa de aniversário}, {montanhas|sacos} de copos e balões {resumem|mostram} {a pressa|o descuido} de quem prefere {descartar|comprar de novo} a lavar",
      ],
      effect: [
        "{o lixo|a montanha de lixo} {cresce|aumenta} mais depressa que {a população|a capacidade dos aterros}, e {o problema|o resíduo} é apenas {empurrado|levado} para longe dos olhos",
        "fragmentos {minúsculos|invisíveis}, os microplásticos, {já foram encontrados|aparecem} {no sal, nos peixes e na água|na água e nos peixes} que {consumimos|chegam à mesa}",
      ],
    },
    {
      np: ["a falta de coleta seletiva", "a insuficiência da reciclagem nos municípios"],
      why: [
        "{muitos municípios|diversas cidades} {não oferecem|não têm} coleta separada, e o material {reciclável|que teria valor} {acaba|termina} {enterrado|misturado} com restos de comida",
        "{cooperativas|associações} de catadores {trabalham|sobrevivem} sem {equipamento|galpões}, {apoio|contratos} e {reconhecimento|renda fixa}, embora sejam {a base|o coração} da reciclagem no país",
      ],
      example: [
        "o morador que {separa|lava e separa} {o lixo|as embalagens} em casa {vê|observa} o caminhão {misturar|juntar} {tudo|todos os sacos} {na mesma caçamba|diante do portão}",
        "{um catador|uma catadora} que {puxa|empurra} {a carroça|um carrinho} pela cidade {recolhe|retira das ruas} o que {a prefeitura|o poder público} {ignora|não recolhe}",
      ],
      effect: [
        "matéria-prima {valiosa|reaproveitável} é enterrada, e mais petróleo é extraído {sem necessidade|para fabricar o mesmo produto}",
        "{lixões|lixões a céu aberto} {contaminam|poluem} o solo e {a água|os rios} e {adoecem|expõem} famílias {vizinhas|inteiras}",
      ],
    },
    {
      np: ["a falta de responsabilização das empresas", "a omissão dos fabricantes"],
      why: [
        "{a lei|a legislação} {prevê|determina} que {o produtor|quem fabrica} {recolha|receba de volta} as embalagens, mas {a fiscalização|a cobrança} {é frágil|quase não existe}, e {a conta|o custo} fica com {as prefeituras|a sociedade}",
        "{muitas marcas|grandes empresas} {investem|gastam} mais em {parecer|anunciar-se} sustentáveis do que em {mudar|reduzir} de fato {a embalagem|o plástico que usam}",
      ],
      example: [
        "um selo verde {impresso|estampado} em um produto {difícil de|impossível de} reciclar {engana|tranquiliza} o consumidor {de boa-fé|preocupado}",
        "os cascos de vidro, {comuns|normais} no tempo dos avós, {deram lugar|cederam espaço} a {recipientes|garrafas} que a fábrica não {recolhe|reaproveita}",
      ],
      effect: [
        "{o lucro|o ganho} {é privado|fica com poucos}, e {o prejuízo|o dano} {ambiental|da poluição} {é de todos|é dividido por todos}",
        "{o consumidor|o cidadão} {consciente|bem-intencionado} {esforça-se|luta} {sozinho|quase em vão} contra {um sistema|uma indústria} que {não muda|produz cada vez mais}",
      ],
    },
  ],
  repertoire: [
    {
      kind: "mirror",
      cite: "no documentário “Ilha das Flores”, de 1989, Jorge Furtado {acompanha|segue} o caminho de um tomate até o lixão e {expõe|denuncia} uma sociedade que {descarta|joga fora} {alimentos e pessoas|até os seres humanos}",
      link: [
        "{décadas depois|mais de trinta anos depois}, mudaram as embalagens, mas {o destino|o fim} {continua|segue} o mesmo: {longe dos olhos|o terreno dos mais pobres}",
        "{o lixo|aquilo que a cidade joga fora} {não desaparece|apenas muda de endereço} e {recai|pesa} sobre quem {tem menos voz|vive à margem}",
      ],
      back: "a Ilha das Flores {de Jorge Furtado|do documentário} será apenas {uma lembrança|parte da História}",
    },
    {
      kind: "ideal",
      cite: "a Política Nacional de Resíduos Sólidos, de 2010, {estabelece|determina} a responsabilidade {compartilhada|dividida} entre fabricantes, {poder público|governos} e consumidores pelo {destino|ciclo} dos produtos",
      link: [
        "{a partilha|essa divisão}, {na prática|no dia a dia}, {é desigual|não ocorre}, pois o catador faz {o trabalho|o serviço} que {empresas e governos|os demais} {deixam de fazer|adiam}",
        "o prazo para {o fim|o fechamento} dos lixões foi adiado {várias vezes|mais de uma vez}, {sinal|prova} de que a lei {ainda|} {espera|aguarda} {por vontade política|ser levada a sério}",
      ],
      back: "a responsabilidade compartilhada deixará de existir apenas no papel",
    },
    {
      kind: "mirror",
      cite: "a animação “Wall-E”, de 2008, {imagina|mostra} uma Terra {abandonada|vazia}, {coberta|soterrada} por montanhas de lixo que {um pequeno robô|um robô solitário} tenta {organizar|empilhar}",
      link: [
        "as ilhas de plástico do oceano {mostram|provam} que {a ficção|o filme} não está tão {distante|longe}",
        "{não haverá|não existe} {outro planeta|nave} {à espera|de reserva}, e o robô {da limpeza|do filme} {terá de ser|precisa ser} {cada cidadão|a própria sociedade}",
      ],
      back: "a Terra não precisará de um Wall-E para {limpá-la|ser salva}",
    },
  ],
  tags: ["environment", "consumption", "others"],
  counter: [
    {
      claim: "{o plástico|esse material} é {barato|prático} e {insubstituível|não tem substituto}",
      reply:
        "{o preço baixo|o valor da etiqueta} não inclui {a limpeza dos rios|os danos ao mar} nem {as doenças|a morte dos animais}",
    },
    {
      claim: "{basta|é suficiente} que cada um {recicle|separe o próprio lixo}",
      reply:
        "{sem coleta|sem apoio do poder público}, o esforço {individual|de cada casa} {termina|acaba} {no mesmo aterro|na mesma caçamba}",
    },
  ],
  measures: [
    {
      agent: "as prefeituras",
      action: "{implantar|ampliar} a coleta seletiva {em todos os bairros|porta a porta}",
      means:
        "{contratos|convênios} com cooperativas de catadores e {pontos de entrega|ecopontos} {em praças e mercados|próximos às escolas}",
      purpose: "{aumentar|elevar} a reciclagem e {gerar|garantir} renda",
      detail:
        "{os catadores|esses trabalhadores} {devem|precisam} {receber|ter} {uniforme, galpão e salário|equipamento e remuneração fixa}, em reconhecimento ao serviço {ambiental|essencial} que prestam",
    },
    {
      agent: "o Governo Federal",
      action: "obrigar as empresas a {recolher|receber de volta} suas embalagens",
      means: "{metas anuais|prazos definidos} e multas {ligadas|proporcionais} {aos resultados|ao descumprimento}",
      purpose: "{reduzir|diminuir} a produção de {descartáveis|plástico de uso único}",
      detail:
        "{os dados|os números} de cada {empresa|marca} {devem|precisam} ser {públicos|publicados}, {de modo que|para que} o consumidor {compare|possa escolher}",
    },
    {
      agent: "as escolas",
      action: "{desenvolver|realizar} projetos de {redução de resíduos|compostagem e reciclagem}",
      means:
        "{oficinas|mutirões} com {artistas e catadores|as famílias} e {visitas|aulas de campo} a {aterros|cooperativas}",
      purpose: "{formar|educar} gerações menos dependentes do descartável",
      detail:
        "{cada turma|a escola} {pode|deve} {pesar|medir} o lixo {da semana|que produz} e {estabelecer|combinar} metas, com divulgação {dos resultados|das conquistas} à comunidade",
    },
  ],
  vague: [
    "{o plástico|o lixo} {demora muito|leva muitos anos} para {sumir|acabar} e {polui|suja} {tudo|a natureza}",
    "{as pessoas|muitas pessoas} {jogam|deixam} lixo {na rua|no chão} e quando chove {alaga tudo|reclamam}",
    "{os bichos|as tartarugas} {comem|engolem} {plástico|sacola} e {morrem|isso é muito triste}",
    "{reciclar|separar o lixo} é {fácil|bom} e {ajuda|salva} o planeta",
    "{a natureza|o mar} {está|anda} {doente|pedindo ajuda} por causa do {homem|ser humano}",
  ],
  source: [
    "segundo o texto I, resíduo é aquilo que ainda pode ser reaproveitado e rejeito é o que já não pode",
    "o texto motivador mostra que uma garrafa plástica leva séculos para se decompor",
    "a fotografia do texto II mostra uma tartaruga presa em uma rede de pesca",
  ],
};
