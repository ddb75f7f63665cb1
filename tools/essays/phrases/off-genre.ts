/** @file Texts of another genre, which an examiner annuls: stories, letters, recipes. Lines are drawn in order. */

/** A genre: its lines in order, each with the ways of saying it. Slot B is the exam's wider subject. */
export interface Genre {
  id: string;
  lines: readonly (readonly string[])[];
}

/** The other genres. */
export const OFF_GENRE: readonly Genre[] = [
  {
    id: "story",
    lines: [
      [
        "era uma vez um {menino|garoto} chamado {Pedro|João|Lucas} que morava {numa cidade pequena|perto do rio|no fim da rua}",
        "vou contar a história de um {menino|rapaz} que {sonhava em|queria} ser {jogador de futebol|cantor|astronauta}",
      ],
      [
        "ele {acordava|levantava} {bem cedo|todo dia às seis} e {ia para a escola|saía com a mochila} {com o cachorro dele|sem tomar café}",
        "todo dia ele {passava|ficava horas} {na frente da padaria|na beira do campo} {olhando o movimento|pensando na vida}",
      ],
      [
        "um dia {apareceu|chegou} {um homem estranho|uma senhora} {com um chapéu grande|carregando uma caixa} e {disse|falou} que {tinha um segredo|ia mudar tudo}",
        "certa vez {começou|caiu} uma chuva {muito forte|sem fim} e {ele ficou preso|ele teve que ficar} na escola {até de noite|com o porteiro}",
      ],
      [
        "o menino {ficou com medo|não acreditou} mas {foi atrás|seguiu} {assim mesmo|mesmo assim} porque era {muito curioso|corajoso}",
        "então ele {abriu a caixa|correu pela rua} e {viu|encontrou} {uma luz azul|um mapa antigo|um passarinho}",
      ],
      [
        "a mãe dele {gritou|chamou} {da janela|do portão} mas ele já {estava longe|tinha ido embora}",
        "os amigos {riram|duvidaram} dele e {falaram|disseram} que {era mentira|nada daquilo existia}",
      ],
      [
        "{andou|caminhou} a {noite|tarde} inteira e {chegou|foi parar} {num lugar|em uma casa} que {ninguém conhecia|parecia um sonho}",
        "ele {dormiu|descansou} {debaixo de uma árvore|num banco da praça} e sonhou com {o avô|a casa dele}",
      ],
      [
        "{no outro dia|quando o sol nasceu} {tudo tinha mudado|a cidade estava diferente} e {ninguém|nem a professora} {lembrava|sabia} o nome dele",
        "{de manhã|bem cedo} o homem {sumiu|foi embora} e {deixou|só ficou} {um bilhete|uma carta} em cima da mesa",
      ],
      [
        "ele {chorou|pensou} {muito|bastante} e {entendeu|descobriu} que {a amizade|a família} {vale mais que|é melhor que} {dinheiro|qualquer tesouro}",
        "foi aí que ele {percebeu|viu} que {crescer|viver} {não é fácil|é uma aventura}",
      ],
      [
        "{depois|muitos anos depois} ele {voltou|apareceu de novo} {já grande|de barba} e {contou|escreveu} {tudo|essa história} para {os filhos|os vizinhos}",
        "até hoje {as pessoas|os vizinhos} {falam|lembram} do dia em que {o menino voltou|a caixa se abriu}",
      ],
      [
        "e {assim|foi assim que} {termina|acabou} a {minha história|história dele}",
        "fim da história, {espero que gostem|quem quiser que conte outra}",
      ],
    ],
  },
  {
    id: "letter",
    lines: [
      [
        "{caro|querido|prezado} corretor, {eu não estudei|não sei} {o que escrever|esse tema} e {vou ser sincero|peço desculpa}",
        "{oi|olá}, corretor, {espero que esteja bem|tudo bem com você}, {eu estou nervoso|aqui está calor}",
      ],
      [
        "eu {trabalho|ajudo minha mãe} {o dia todo|na feira} e {só estudo|chego na escola} {de noite|cansado}",
        "{minha mãe|meu pai} pagou a inscrição e {me acordou|veio comigo} {hoje|de ônibus}",
      ],
      [
        "a {sala|cadeira} daqui {é fria|é desconfortável} e o {menino|rapaz} {da frente|do lado} {não para de|fica} {mexer o pé|bater a caneta}",
        "já {comi|terminei} o {meu chocolate|biscoito} e {ainda faltam|tenho} {muitas questões|duas horas de prova}",
      ],
      [
        "eu {queria|quero} {fazer|passar em} {enfermagem|engenharia|direito} para {ajudar|dar uma casa para} {a minha família|a minha avó}",
        "meu {sonho|plano} é {sair daqui|entrar na faculdade} e depois {comprar|ter} {um carro|uma loja}",
      ],
      [
        "sobre <B> eu {não tenho muito|quase não tenho} o que {falar|dizer}, {só sei|acho} que {é assunto sério|passa na televisão}",
        "a professora {falou|explicou} {disso|desse assunto} {uma vez|no ano passado} mas {eu faltei|não lembro}",
      ],
      [
        "{se|quando} eu {passar|conseguir} {prometo|juro} que {vou estudar mais|não esqueço do senhor}",
        "{por favor|eu imploro}, me dê pelo menos a {metade da nota|nota para passar}",
      ],
      [
        "{o senhor|você} {deve estar|fica} cansado de {ler|corrigir} tanta {redação|coisa}, {eu entendo|imagino}",
        "{minha letra|a minha letra} {é feia|está tremida} porque {a caneta falhou|estou com pressa}",
      ],
      [
        "{ontem|ontem de noite} {choveu|faltou luz} na {minha rua|minha casa} e {não deu para|eu não consegui} {revisar|dormir}",
        "{no caminho|vindo para cá} o {ônibus|carro} {quebrou|atrasou} e {quase perdi a prova|entrei correndo}",
      ],
      [
        "{enfim|bom}, {já escrevi|preenchi} {quase todas as linhas|bastante} e {acho que|espero que} {está bom|dê certo}",
        "{faltam|só faltam} {poucas linhas|três linhas} então {vou|já vou} {me despedir|terminar}",
      ],
      [
        "{um abraço|muito obrigado} e {fique com Deus|boa correção}",
        "{atenciosamente|com carinho}, {um candidato|uma aluna} que {tentou|não desistiu}",
      ],
    ],
  },
  {
    id: "recipe",
    lines: [
      [
        "como {não sei|não entendi} o tema, vou {ensinar|passar} a receita {do bolo da minha avó|de um bolo de cenoura|do pão de queijo lá de casa}",
        "{hoje|aqui} eu vou {mostrar|ensinar} {como se faz|o jeito de fazer} {um bolo|uma torta} que {todo mundo gosta|não tem erro}",
      ],
      [
        "{separe|pegue} três ovos, {duas xícaras|dois copos} de farinha e {um copo de leite|meia xícara de óleo}",
        "primeiro {você|a pessoa} {quebra|bate} os ovos {numa tigela|com açúcar} até {ficar branquinho|espumar}",
      ],
      [
        "{depois|em seguida} {coloque|junte} {o açúcar|a manteiga} e {mexa|bata} {bem devagar|sem parar} {com colher de pau|por uns minutos}",
        "não pode {bater muito|parar no meio} senão a massa {sola|fica dura}",
      ],
      [
        "{ligue|acenda} o forno {antes|uns dez minutos antes} e unte {a forma|uma forma redonda}",
        "minha avó {fazia|assava} no forno {de lenha|antigo dela} e a {casa|cozinha} ficava {cheirosa|quente}",
      ],
      [
        "{enquanto assa|enquanto isso}, {faça|prepare} a {calda|cobertura} com {chocolate|leite condensado} e {um pouco de|uma colher de} {manteiga|leite}",
        "{o segredo|o truque} é {o fermento no final|uma pitada de sal} e {paciência|amor}",
      ],
      [
        "a gente {comia|esperava} {no quintal|na mesa da cozinha} com {café|suco} e {os primos brigavam|todo mundo brigava} {pelo último pedaço|pela rapa}",
        "{aos domingos|no Natal} {a família|todo mundo} se {juntava|reunia} e {ela contava|a avó contava} {histórias antigas|do tempo da roça}",
      ],
      [
        "{espete|enfie} um palito e se {sair limpo|sair seco} {está pronto|já pode tirar}",
        "{espere esfriar|deixe esfriar} {um pouco|bem} antes de {cortar|desenformar} {para não quebrar|com cuidado}",
      ],
      [
        "dá para {umas dez pessoas|a família toda} e {dura|fica bom} até {o dia seguinte|três dias}",
        "{pode|também pode} {trocar|mudar} o recheio por {goiabada|coco|doce de leite} que {também combina|fica bom}",
      ],
      [
        "{acho que|na minha opinião} {comida|receita} também é {cultura|coisa importante} e {por isso|então} {escrevi|falei} {dela|sobre isso}",
        "{se|quando} o corretor {fizer|provar} vai lembrar {de mim|desta redação}",
      ],
      [
        "{bom apetite|pronto}, {essa foi|essa é} a {minha redação|receita}",
        "{é só|agora é só} {servir|comer} e {aproveitar|ser feliz}",
      ],
    ],
  },
  {
    id: "match",
    lines: [
      [
        "{ontem|domingo passado} foi {a final|o jogo} do campeonato {do bairro|da escola} e o campo estava {lotado|cheio de gente}",
        "{o melhor jogo|a melhor partida} que eu já vi foi {a do ano passado|no campinho perto de casa}",
      ],
      [
        "{o nosso|meu} time {entrou|começou} {nervoso|desligado} e {tomou|levou} um gol {logo no começo|de falta}",
        "o {goleiro|zagueiro} {escorregou|errou} e {a bola entrou|foi gol deles} {no primeiro lance|antes dos cinco minutos}",
      ],
      [
        "a {torcida|arquibancada} {ficou muda|xingou} e o técnico {jogou o boné no chão|mudou tudo}",
        "no intervalo {todo mundo|o time} {tomou bronca|se abraçou} {no vestiário|debaixo da árvore}",
      ],
      [
        "{no segundo tempo|depois} {entrou|chamaram} {o filho do padeiro|um menino novo|o meu primo} e {o jogo mudou|tudo ficou diferente}",
        "ele {driblou|passou por} {dois|três} e {cruzou|chutou} {forte|de longe}",
      ],
      [
        "{foi gol|saiu o empate} e {a gente|a torcida} {gritou tanto|pulou tanto} que {fiquei rouco|a arquibancada balançou}",
        "{o juiz|o bandeirinha} anulou um lance e {começou|quase teve} briga",
      ],
      [
        "{faltando|com} {dois minutos|pouco tempo} {para acabar|no relógio} {teve|marcaram} um pênalti {para nós|duvidoso}",
        "{a chuva|o vento} {começou|veio} {forte|de repente} e a bola {não rolava|parava na lama}",
      ],
      [
        "o {camisa dez|capitão} {respirou|olhou para o céu} e {bateu|mandou} {no canto|no ângulo}",
        "{ninguém|nem eu} {respirava|olhava}, {só se ouvia|dava para ouvir} {o apito|o coração}",
      ],
      [
        "{quando|assim que} a bola {entrou|bateu na rede} {eu chorei|meu pai chorou} {abraçado com|junto com} {desconhecidos|o meu irmão}",
        "{ganhamos|viramos} por {dois a um|três a dois} e a taça {ficou no bar|passou de mão em mão}",
      ],
      [
        "{depois|à noite} teve {churrasco|festa} {na rua|no clube} até {de madrugada|a polícia pedir silêncio}",
        "até hoje se fala {daquele gol|daquela tarde} {no bairro|na escola}",
      ],
      [
        "{o futebol|a bola} {é assim|ensina}: {quem acredita|quem não desiste} {vence|chega lá}",
        "{esse|aquele} foi o dia mais {feliz|bonito} da minha vida {até agora|e pronto}",
      ],
    ],
  },
  {
    id: "diary",
    lines: [
      [
        "{querido diário|meu diário}, hoje {acordei|levantei} {tarde|com dor de cabeça} e {fiquei|passei um tempo} {no celular|olhando o teto}",
        "{hoje|nesse dia} eu {vou escrever|quero falar} {do meu fim de semana|das minhas férias}",
      ],
      [
        "{fomos|a família foi} {para a praia|para o sítio} no carro do {meu tio|meu padrinho}, {sem ar-condicionado|com a música alta}",
        "{minha prima|minha irmã} levou um violão e cantou {a viagem inteira|o tempo todo}",
      ],
      [
        "o mar estava {gelado|cheio de gente}, mas {eu entrei|a gente entrou} {assim mesmo|de roupa}",
        "{comemos|teve} {milho|peixe frito|churrasco} e {eu queimei a mão|sobrou para o dia seguinte}",
      ],
      [
        "{de tarde|depois do almoço} {dormi|fiquei} {na rede|na varanda} e sonhei {com a escola|com o mar}",
        "{meu pai|meu avô} {contou|repetiu} {a piada|a história} {do papagaio|da pescaria} que {ninguém aguenta mais|sempre faz rir}",
      ],
      [
        "{conheci|encontrei} {um menino|uma menina} que {mora|estuda} {perto de casa|em outra cidade} e {conversamos|rimos} {até tarde|muito}",
        "{perdi|esqueci} {meu chinelo|meu boné} na areia e {ninguém|nem minha mãe} {achou|viu}",
      ],
      [
        "{à noite|quando escureceu} {fizemos|acenderam} uma fogueira e {todo mundo|cada um} {cantou|contou um segredo}",
        "{choveu|faltou luz} e {jogamos|ficamos jogando} {baralho|dominó} {com vela|até dormir}",
      ],
      [
        "{eu acho|penso} que {a vida|viver} é {isso|estar junto} e não ficar {reclamando|com raiva}",
        "{fiquei pensando|pensei} {na prova|no futuro} e {deu um frio na barriga|senti medo}",
      ],
      [
        "{na volta|no domingo} {pegamos|teve} {trânsito|fila no pedágio} e {meu irmão|o pequeno} {passou mal|dormiu no meu ombro}",
        "{cheguei|voltei} {cansado|queimado de sol} mas {feliz|com saudade}",
      ],
      [
        "{amanhã|agora} {tem|começa} {aula|a semana} {de novo|outra vez} e {não quero ir|vou ver os amigos}",
        "{um dia|ainda} {quero|vou} morar {lá|perto do mar} com {meus pais|um cachorro}",
      ],
      ["{boa noite|até amanhã}, {diário|foi isso}", "{assim acabou|foi assim} {o meu passeio|o fim de semana}"],
    ],
  },
  {
    id: "song",
    lines: [
      [
        "{vou escrever|aqui vai} {uma poesia|um rap} {porque|já que} {não sei|não gosto de} {fazer redação|escrever em linha reta}",
        "ó {vida ingrata|lua amiga}, {escuta|ouve} {o meu verso|a minha voz}",
      ],
      [
        "{caminho|ando} {na estrada|na chuva} {sem saber|sem lembrar} {aonde vou|quem eu sou}",
        "{o sol|o dia} {nasceu|chegou} {na minha janela|no meu quintal} e {ninguém|nem o galo} {avisou|cantou}",
      ],
      [
        "{a flor|a rosa} {do jardim|da praça} {secou|murchou} {de tanto esperar|na primavera}",
        "{o vento|o tempo} {levou|apagou} {as cartas|o nome} que {eu guardei|você deixou}",
      ],
      [
        "{no meu peito|no coração} {bate|mora} {um tambor|uma saudade} {que não dorme|sem dono}",
        "{quem ama|quem canta} não tem medo {da noite|do escuro}",
      ],
      [
        "{minha mãe|a vida} me {ensinou|disse} a {rezar|sorrir} {baixinho|na tempestade}",
        "{na escola|na rua} eu {aprendi|ouvi} {que o mundo gira|a canção dos pássaros}",
      ],
      [
        "{se|quando} a {lua|noite} {cair|chegar} {no mar|mais cedo}, eu {te chamo|te espero} {para ver|na esquina}",
        "{e|pois} {o amor|o sonho} {é um barco|é um balão} {sem remo|de papel} que {não volta|sobe devagar}",
      ],
      [
        "{irmão|amigo}, {levanta|escuta}, o dia não espera {ninguém|por nós}",
        "{de verso em verso|rimando} eu {vou|sigo} {contando|pintando} {a minha história|a cidade}",
      ],
      [
        "{quero|eu quero} {a paz|o riso} {das crianças|do campo} {numa tarde de domingo|no quintal}",
        "{cada rua|cada esquina} {tem|guarda} {um poeta|um cantor} que ninguém {conhece|vê}",
      ],
      [
        "{e|mas} {a canção|o refrão} {continua|repete} {dentro de mim|até o fim}",
        "{canto|escrevo} {para não chorar|para lembrar} {do que passou|de nós dois}",
      ],
      [
        "{aqui|assim} {termina|acaba} {meu canto|o poema}, {obrigado|até a próxima}",
        "{la la la|e a vida segue}, {fim da canção|acabou a rima}",
      ],
    ],
  },
];
