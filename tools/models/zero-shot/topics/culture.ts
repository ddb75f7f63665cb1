/** @file Topics of the arts. */
import type { Topic } from "../topic";

/** Music, cinema, books, stage, painting, photographs, dance and clothes. */
export const CULTURE: readonly Topic[] = [
  {
    id: "music",
    labels: ["música", "canções", "instrumentos musicais", "concertos"],
    near: ["dance"],
    person: "o violonista|a cantora|o maestro|a pianista|o baterista|o sambista|a banda",
    thing:
      "o violão|o piano|a melodia|o refrão|a bateria|a partitura|o disco|o samba|o violino|a letra da canção|o microfone",
    place: "o palco do show|a roda de samba|o conservatório|o estúdio de gravação|a sala de concerto",
    doing:
      "tocar violão|afinar o piano|compor um samba|cantar no coral|gravar um disco|ensaiar com a banda|decorar a letra|reger a orquestra",
    sentences: [
      "A banda {abriu|encerrou} o show com {um samba|uma balada} e {o público|a plateia} cantou o refrão.",
      "O pianista {estudou|ensaiou} a partitura {por meses|nota por nota} antes do concerto.",
      "{A música|Uma canção} começa {devagar|baixinho}: {um violão|uma flauta}, {depois o tambor|depois a voz}.",
      "A cantora {gravou|lançou} um disco {de bossa nova|ao vivo} com {violinos|sanfona} e {pandeiro|baixo}.",
      "O maestro {ergueu|baixou} a batuta, e a orquestra {silenciou|começou}.",
      "Ele {aprendeu|começou} a tocar {violão|cavaquinho} {de ouvido|com o tio}.",
    ],
    held: [
      "O baterista marcava o ritmo e a cantora repetia o refrão.",
      "Na roda de samba, cavaquinho, pandeiro e violão tocaram até de manhã.",
      "A orquestra afinou os violinos, e o maestro abriu a partitura.",
    ],
  },
  {
    id: "cinema",
    labels: ["cinema", "filmes", "documentários", "diretores de cinema"],
    near: ["theater", "television", "photography"],
    person: "o diretor|a atriz|o roteirista|o crítico de filmes|a figurante",
    thing:
      "a cena|o roteiro|a bilheteria|a trilha sonora|a tela grande|a estreia|a câmera|o cartaz do filme|o curta-metragem|os efeitos especiais",
    place: "a sala escura|o festival|o estúdio de filmagem|a fila da bilheteria",
    doing:
      "filmar a última cena|escrever um roteiro|rodar um documentário|assistir à estreia|montar as cenas|dirigir um curta|escolher o elenco",
    sentences: [
      "O filme {estreia|chega às salas} na {quinta|sexta} e conta a história de {um assalto|uma amizade}.",
      "A diretora {filmou|refez} a cena {final|da perseguição} {vinte|dez} vezes.",
      "O roteiro {é fraco|emociona}, mas {a trilha sonora|a fotografia} e {o elenco|os efeitos} {compensam|salvam}.",
      "O documentário {venceu o festival|foi aplaudido na mostra} e {concorre|foi indicado} ao Oscar.",
      "Compramos {pipoca|ingressos} e sentamos {na primeira fila|no fundo} diante da tela enorme.",
      "{Nos filmes|No cinema} {mudo|de faroeste}, {o vilão|o mocinho} {sempre|quase nunca} {perde|morre no fim}.",
    ],
    held: [
      "A bilheteria da estreia foi a maior do ano, e o diretor já prepara a continuação.",
      "A atriz decorou o roteiro e filmou de uma só vez a cena da despedida.",
      "Comemos pipoca na sala escura enquanto passava um curta-metragem.",
    ],
  },
  {
    id: "literature",
    labels: ["literatura", "livros", "leitura", "poesia"],
    near: ["education", "theater"],
    person: "o escritor|a poeta|o leitor|a romancista|a bibliotecária|o editor|o livreiro",
    thing: "o romance|o poema|o capítulo|a estante|o conto|o verso|a crônica|a personagem|a página|o clássico",
    place: "a biblioteca|a livraria|o sebo|o clube de leitores|a feira literária",
    doing:
      "escrever um romance|ler um capítulo por dia|declamar um poema|publicar contos|folhear as páginas|emprestar obras|rimar os versos|formar leitores",
    sentences: [
      "O romance {começa|termina} com {uma carta|um enterro} e {prende|intriga} o leitor {até a última página|do primeiro capítulo ao fim}.",
      "A poeta {declamou|leu} {versos|sonetos} {de amor|sobre o mar} no {sebo|clube de leitores}.",
      "A biblioteca {recebeu|comprou} {cem|mil} obras novas: {contos|crônicas}, {romances|poemas} e {biografias|gibis}.",
      "{Machado de Assis|Clarice Lispector} {escreveu|criou} personagens que {duvidam|surpreendem} a cada página.",
      "{Ler|A leitura} {amplia|enriquece} o vocabulário e {a imaginação|o pensamento}.",
      "O escritor {rasgou|reescreveu} o capítulo {inteiro|final} antes de entregar {o livro|o conto} ao editor.",
    ],
    held: [
      "Na feira, a romancista autografou exemplares e leu um trecho do primeiro capítulo.",
      "O menino pegou na estante um conto de fadas e não parou até a última página.",
      "O poema tem catorze versos que rimam dois a dois.",
    ],
  },
  {
    id: "theater",
    labels: ["teatro", "peças de teatro", "atores", "artes cênicas"],
    near: ["cinema", "dance", "literature", "television"],
    person: "o ator|a atriz da peça|a figurinista|o dramaturgo|o palhaço",
    thing: "o palco|a cortina|o figurino|o cenário|o ensaio geral|a plateia|a comédia|a tragédia|as falas|o camarim",
    place: "o palco|o camarim|o circo|a coxia",
    doing:
      "encenar uma comédia|decorar as falas|ensaiar a peça|abrir a cortina|subir ao palco|improvisar diante da plateia|costurar o figurino",
    sentences: [
      "A cortina {subiu|se abriu}, e {os atores|as atrizes} entraram {no palco|em cena} com roupas de {reis|mendigos}.",
      "A peça {mistura|reúne} {comédia|drama} e {tragédia|palhaçaria} e {fica|segue} em cartaz {até domingo|por um mês}.",
      "No ensaio {geral|de ontem}, {ela|o ator} esqueceu {as falas|a entrada} e improvisou.",
      "A plateia {riu|chorou} e aplaudiu de pé {o monólogo|o elenco}.",
      "O cenário {é|era} {uma porta|uma escada}; o resto {cabe|fica} à imaginação do público.",
      "O grupo {encena|monta} {Shakespeare|farsas} em {praças|escolas}.",
    ],
    held: [
      "No camarim, a atriz da comédia vestia o figurino e repetia as falas.",
      "A tragédia terminou, a cortina caiu e a plateia ficou muda.",
      "O grupo montou um palco na praça para encenar a peça de graça.",
    ],
  },
  {
    id: "painting",
    labels: ["pintura", "artes plásticas", "arte", "museus"],
    near: ["photography", "history"],
    person: "o pintor|a escultora|o curador|o grafiteiro|a desenhista",
    thing: "o quadro|a tela|o pincel|a escultura|a aquarela|a tinta a óleo|o retrato|a moldura|o mural|o grafite",
    place: "a galeria|o ateliê|o museu|a exposição|a bienal",
    doing:
      "pintar um retrato|esculpir o mármore|expor os quadros|misturar as cores|restaurar uma tela|desenhar a carvão|visitar a galeria|grafitar o muro",
    sentences: [
      "O quadro {mostra|retrata} {um porto|uma colheita} em tons de {azul|ocre}, com {pinceladas|traços} {grossas|fortes}.",
      "A exposição {reúne|traz} {telas|gravuras} e {esculturas|aquarelas} {modernistas|do século dezenove}.",
      "A pintora {mistura|usa} {tinta a óleo|aquarela} e {areia|carvão} sobre {madeira|tela}.",
      "O museu {comprou|restaurou} um retrato {atribuído a|de} {Portinari|um mestre flamengo}.",
      "O grafiteiro {cobriu|coloriu} o muro com {um mural|rostos} {enorme|de spray}.",
      "No ateliê, a escultora {talha|esculpe} {a pedra|o barro} {em silêncio|até surgir um rosto}.",
    ],
    held: [
      "O pintor lavou os pincéis e deixou secar a tela ao lado da janela do ateliê.",
      "Na galeria, cada moldura guarda uma aquarela do mesmo porto.",
      "A escultura de mármore foi o centro da exposição.",
    ],
  },
  {
    id: "photography",
    labels: ["fotografia", "fotos", "câmeras fotográficas", "fotógrafos"],
    near: ["painting", "cinema"],
    person: "o fotógrafo|a fotógrafa|o retratista|a modelo do ensaio",
    thing:
      "a lente|o flash|a foto em preto e branco|o tripé|o foco|o enquadramento|o rolo de filme|a luz do entardecer|o álbum de retratos|a câmera digital",
    place: "o estúdio|o quarto escuro|o laboratório de revelação|a exposição de fotos",
    doing:
      "revelar o filme|ajustar o foco|fotografar pássaros|trocar a lente|enquadrar o rosto|ampliar um retrato|disparar o flash|tirar fotos da cidade",
    sentences: [
      "O fotógrafo {esperou|buscou} a luz {do amanhecer|certa} para {enquadrar|clicar} {a ponte|o rosto}.",
      "{A fotografia|A foto} saiu {tremida|escura} porque faltou {o tripé|o flash}.",
      "Com a lente {aberta|de longo alcance}, o fundo {fica|sai} desfocado e {o rosto|o pássaro} nítido.",
      "No quarto escuro, a imagem {aparece|surge} no papel {aos poucos|como mágica}.",
      "As fotos em preto e branco {mostram|registram} {crianças|operários} {nas ruas|do bairro}.",
      "A câmera {antiga|digital} {guarda|grava} {trinta e seis|milhares de} imagens.",
    ],
    held: [
      "Ela ajustou o foco, disparou o flash e o retrato ficou nítido.",
      "Sem o tripé, as imagens da noite saíram tremidas.",
      "O retratista trocou a lente para enquadrar melhor o rosto do velho.",
    ],
  },
  {
    id: "dance",
    labels: ["dança", "balé", "bailarinos", "coreografias"],
    near: ["music", "theater", "exercise"],
    person: "a bailarina|o coreógrafo|o dançarino|a professora de balé|o par",
    thing: "as sapatilhas|o passo|a coreografia|o forró|o tango|a ponta dos pés|o giro|o frevo|a valsa",
    place: "o salão de baile|a escola de balé|o ensaio da companhia|a gafieira",
    doing:
      "dançar forró|ensaiar os passos|girar na ponta dos pés|criar uma coreografia|valsar com o noivo|calçar as sapatilhas|sambar até cansar",
    sentences: [
      "A bailarina {gira|salta} {na ponta dos pés|sem ruído} e {cai|pousa} {leve|nos braços do par}.",
      "O coreógrafo {mudou|repetiu} o passo {até|para que} {todos acertarem|o giro sair perfeito}.",
      "No forró, {os pares|os casais} {rodam|arrastam o pé} a noite {toda|inteira}.",
      "As sapatilhas {gastas|rasgadas} {contam|mostram} {anos|horas} de ensaio na barra.",
      "O grupo {apresentou|criou} uma coreografia de {frevo|hip hop} com {guarda-chuvas|doze bailarinos}.",
      "{Tango|Valsa} e {bolero|samba} {pedem|exigem} que um conduza e o outro {confie|siga}.",
    ],
    held: [
      "Depois de mil giros, as sapatilhas da menina se abriram no ensaio.",
      "No salão de baile, os pares arrastavam o pé ao som do forró.",
      "O passo novo do tango exige que o dançarino gire de costas.",
    ],
  },
  {
    id: "fashion",
    labels: ["moda", "roupas", "vestuário", "desfiles de moda"],
    near: ["beauty", "commerce"],
    person: "a estilista|a costureira|o alfaiate|a manequim|a vendedora da butique",
    thing:
      "o vestido|a saia|o tecido|a costura|o salto alto|o terno|a calça jeans|o botão|a bainha|a coleção de inverno|o casaco",
    place: "a passarela|o provador|a butique|o ateliê de costura|o guarda-roupa",
    doing:
      "costurar um vestido|desfilar na passarela|experimentar a saia|combinar as cores|pregar um botão|ajustar a bainha|vestir linho|lançar uma coleção",
    sentences: [
      "A estilista {apresentou|lançou} {vestidos|saias} de {linho|seda} {em tons claros|sem mangas}.",
      "Na passarela, {as modelos|as manequins} {usavam|mostraram} {casacos|botas} {longos|coloridas} da coleção {de inverno|nova}.",
      "A costureira {apertou|ajustou} a cintura e {subiu|refez} a bainha {do vestido|da calça}.",
      "{A moda|O vestuário} {muda|volta} a cada {década|estação}: {calças largas|ombreiras}, {xadrez|listras}.",
      "As roupas {baratas|de liquidação} {desbotam|encolhem} depois de {três|poucas} lavagens.",
      "O alfaiate {cortou|escolheu} o tecido do terno {com giz|sem pressa}.",
    ],
    held: [
      "A costureira pregou os botões do casaco e passou o vestido a ferro.",
      "O terno de linho ficou curto, e o alfaiate refez a bainha.",
      "No provador, ela experimentou três saias e um salto alto.",
    ],
  },
];
