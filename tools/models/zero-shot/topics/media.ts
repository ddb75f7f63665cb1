/** @file Topics of machines that speak, and of those who speak through them. */
import type { Topic } from "../topic";

/** Computers, networks, the press, television, games, languages and science. */
export const MEDIA: readonly Topic[] = [
  {
    id: "technology",
    labels: ["tecnologia", "computadores", "informática", "programação"],
    near: ["networks", "games", "science"],
    person: "a programadora|o engenheiro de software|o técnico|o hacker|o usuário",
    thing:
      "o computador|o aplicativo|o código|o robô|o programa|a senha|o servidor|o teclado|a inteligência artificial|o chip|o celular|o sistema",
    place: "o laboratório de informática|a empresa de software|o centro de dados|a oficina de robótica",
    doing:
      "programar um robô|corrigir o código|instalar o aplicativo|trocar a senha|atualizar o sistema|digitar mais rápido|consertar o computador|treinar um algoritmo",
    sentences: [
      "O programa {travou|parou} porque {o código|a atualização} tinha {um erro|uma falha} {na linha dez|de memória}.",
      "A programadora {escreveu|testou} um aplicativo que {avisa|mede} {o horário do ônibus|o sono}.",
      "{Robôs|Algoritmos} já {montam|dirigem} {carros|tratores} e {respondem|traduzem} {perguntas|textos}.",
      "O celular {novo|antigo} tem {mais memória|bateria melhor} e um chip {rápido|de última geração}.",
      "Use uma senha {longa|diferente} em cada {sistema|conta} e {faça cópias|guarde os arquivos}.",
      "O servidor {caiu|esquentou}, e {os usuários|os computadores} ficaram {sem acesso|fora do ar}.",
    ],
    held: [
      "O técnico apagou o vírus, trocou o teclado e atualizou o sistema.",
      "A inteligência artificial escreve código, mas a programadora ainda corrige os erros.",
      "Sem memória, o celular travava sempre que abria o aplicativo.",
    ],
  },
  {
    id: "networks",
    labels: ["redes sociais", "internet", "influenciadores digitais", "vida conectada"],
    near: ["technology", "press", "games"],
    person: "a influenciadora|o internauta|a blogueira|o moderador|o seguidor",
    thing:
      "a postagem|o perfil|as curtidas|os seguidores|a conexão|o vídeo viral|os comentários|a mensagem|o grupo de mensagens|as telas",
    place: "o grupo de mensagens|a página da influenciadora|o fórum|a lan house",
    doing:
      "postar um vídeo|ganhar seguidores|curtir as publicações|apagar o perfil|navegar sem parar|bloquear um perfil falso|responder aos comentários|rolar a tela",
    sentences: [
      "O vídeo {viralizou|teve milhões de visualizações} {em uma noite|em poucas horas}, e {o perfil|a página} ganhou {seguidores|curtidas}.",
      "A influenciadora {posta|publica} {tudo|fotos} {o dia inteiro|do café ao jantar} e {responde|apaga} comentários.",
      "{Muitos jovens|Adolescentes} {rolam|olham} a tela {até de madrugada|por horas} à espera de curtidas.",
      "Sem conexão, {o aluno|a família} {não acessa|fica fora de} {nada|tudo o que está on-line}.",
      "{Um perfil falso|Um desconhecido} {espalhou|mandou} mensagens {de ódio|com insultos} no grupo.",
      "A plataforma {escolhe|decide} o que {cada um|o internauta} vê {na linha do tempo|primeiro}.",
    ],
    held: [
      "A blogueira perdeu seguidores depois da postagem e apagou os comentários.",
      "Ele passa horas rolando a tela e conta as curtidas de cada publicação.",
      "O grupo de mensagens da turma não para nem de madrugada.",
    ],
  },
  {
    id: "press",
    labels: ["jornalismo", "imprensa", "notícias falsas", "jornais"],
    near: ["television", "networks", "politics"],
    person: "o jornalista|a repórter|o editor do jornal|a fonte|o boateiro|a checadora",
    thing:
      "a manchete|a reportagem|a entrevista|o boato|a notícia|a fonte|a coluna|a capa do jornal|a checagem|a mentira espalhada",
    place: "a redação|a banca|a coletiva|a agência de checagem",
    doing:
      "apurar a notícia|entrevistar a testemunha|desmentir um boato|checar as fontes|escrever a manchete|publicar a reportagem|espalhar mentiras|ouvir os dois lados",
    sentences: [
      "A repórter {ouviu|entrevistou} {três|várias} fontes antes de publicar {a reportagem|a denúncia}.",
      "O boato {correu|circulou} {mais rápido|antes} que o desmentido, e {muita gente|metade do bairro} acreditou.",
      "A manchete {de hoje|da capa} {exagera|distorce} o que a notícia {diz|conta}.",
      "{Quem compartilha|Quem espalha} {mentiras|boatos} sem {checar|ler} {engana|prejudica} os outros.",
      "A redação {fechou|mudou} a capa {à meia-noite|na última hora} por causa {da entrevista|do furo}.",
      "Agências {verificam|checam} se {a frase|a foto} é {verdadeira|montagem}.",
    ],
    held: [
      "O editor mudou a manchete porque a fonte desmentiu a entrevista.",
      "A checadora mostrou que o boato sobre a vacina era mentira.",
      "Na coletiva, os repórteres perguntaram tudo o que não saiu na capa.",
    ],
  },
  {
    id: "television",
    labels: ["televisão", "novelas", "programas de auditório", "séries"],
    near: ["cinema", "press", "theater"],
    person: "a apresentadora|o galã|o telespectador|a vilã|o humorista",
    thing:
      "o capítulo da novela|a audiência|o controle remoto|o canal|o programa ao vivo|o horário nobre|a temporada|a reprise|a antena",
    place: "o estúdio do programa|a emissora|o auditório|o sofá da sala",
    doing:
      "mudar de canal|gravar a novela|apresentar o programa|maratonar uma série|aumentar a audiência|entrar ao vivo|desligar o aparelho",
    sentences: [
      "A vilã {da novela|das nove} {morreu|fugiu} no capítulo de {ontem|sexta} e {a audiência|o público} {disparou|vibrou}.",
      "O apresentador {chamou|recebeu} {um cantor|uma família} no palco do auditório, ao vivo, {no domingo|à tarde}.",
      "A temporada {nova|final} da série {terá|traz} {oito|dez} episódios.",
      "A emissora {perdeu|trocou} {o galã|o horário nobre} e {cancelou|adiou} o programa.",
      "{O avô|A tia} {dorme|cochila} diante da TV com o controle remoto na mão.",
      "O canal {exibe|reprisa} {desenhos|o jornal} {de manhã|à meia-noite}.",
    ],
    held: [
      "O galã casou com a mocinha no último capítulo, e a emissora bateu recorde de audiência.",
      "Ela mudou de canal quando o humorista entrou ao vivo.",
      "Maratonei os episódios da temporada com o controle remoto na mão.",
    ],
  },
  {
    id: "games",
    labels: ["jogos eletrônicos", "videogame", "games", "fliperama"],
    near: ["technology", "networks", "childhood"],
    person: "o jogador de videogame|a gamer|o herói da fase|o chefão|o adversário virtual",
    thing:
      "o controle do console|a fase|as vidas|o joystick|a pontuação|o chefão|o cenário em 3D|a partida on-line|o cartucho|os pontos de vida",
    place: "o fliperama|o torneio de e-sports|o mundo virtual|a última fase",
    doing:
      "passar de fase|derrotar o chefão|zerar o jogo|apertar o botão de pulo|jogar on-line|salvar a partida|subir de nível|coletar moedas",
    sentences: [
      "Ele {passou|ficou} a madrugada tentando {derrotar|vencer} o chefão {da última fase|do castelo}.",
      "O videogame {novo|da locadora} vem com {dois controles|um joystick} e {três jogos|óculos virtuais}.",
      "Com {uma vida|pouca energia}, o herói {pula|corre}, {atira|desvia} e {coleta|junta} moedas.",
      "A equipe {treina|joga} on-line {dez horas|todo dia} para o torneio de {games|jogos eletrônicos}.",
      "Salve a partida antes de {entrar|cair} {na caverna|na arena} do dragão.",
      "O console {antigo|de cartucho} tinha {gráficos|sons} simples e {fases|níveis} difíceis.",
    ],
    held: [
      "Perdi todas as vidas na fase da lava e o joystick voou longe.",
      "A gamer subiu de nível, derrotou o chefão e zerou a aventura.",
      "Na partida on-line, o adversário roubou as moedas do meu herói.",
    ],
  },
  {
    id: "languages",
    labels: ["idiomas", "línguas estrangeiras", "tradução", "gramática"],
    near: ["education", "literature", "indigenous"],
    person: "a tradutora|o intérprete|o professor de inglês|o linguista|a aluna de francês",
    thing:
      "o dicionário|o sotaque|o verbo irregular|a pronúncia|a frase em inglês|o vocabulário|a legenda|a palavra sem tradução|o sujeito e o predicado",
    place: "o curso de inglês|a escola de idiomas|a cabine de interpretação",
    doing:
      "conjugar os verbos|traduzir o contrato|aprender espanhol|treinar a pronúncia|decorar o vocabulário|falar sem sotaque|procurar no dicionário|legendar o vídeo",
    sentences: [
      "A palavra {saudade|cafuné} {não tem|dispensa} tradução {exata|fácil} para o {inglês|alemão}.",
      "A intérprete {ouve|escuta} em {russo|francês} e {repete|fala} em português {quase ao mesmo tempo|sem pausa}.",
      "Ele {conjuga|erra} os verbos {irregulares|no passado} e {confunde|troca} as preposições.",
      "No curso, {a turma|cada aluno} {treina|grava} a pronúncia {do espanhol|das vogais}.",
      "O sotaque {denuncia|revela} de onde {ela|a tradutora} vem, {mesmo|até} quando fala {bem|inglês}.",
      "O dicionário {traz|lista} {o gênero|a origem} e {o plural|exemplos} de cada palavra.",
    ],
    held: [
      "O professor de inglês corrigiu a pronúncia e mandou decorar vinte verbos irregulares.",
      "A tradutora procurou no dicionário uma palavra em alemão que não existe em português.",
      "Ela fala francês com sotaque e espanhol quase sem erros.",
    ],
  },
  {
    id: "science",
    labels: ["ciência", "pesquisa científica", "química", "cientistas"],
    near: ["astronomy", "mathematics", "technology", "health", "education", "environment"],
    person: "a cientista|o pesquisador|o químico|a bióloga|o físico",
    thing:
      "o experimento|o microscópio|a hipótese|o tubo de ensaio|a célula|a molécula|o artigo científico|a teoria|o átomo|a bactéria",
    place: "o laboratório|a universidade|o congresso de pesquisadores|o instituto de pesquisa",
    doing:
      "testar uma hipótese|observar ao microscópio|misturar os reagentes|repetir o experimento|publicar um artigo|descobrir uma molécula|medir a temperatura da solução",
    sentences: [
      "O experimento {confirmou|refutou} a hipótese {do pesquisador|da equipe}, e o artigo {será|foi} publicado.",
      "Ao microscópio, {a bióloga|a aluna} {viu|contou} {células|bactérias} {em divisão|vivas}.",
      "Misture {o ácido|o sal} {com água|no tubo de ensaio} e {anote|observe} a reação.",
      "A teoria {explica|prevê} como {as moléculas|os átomos} se {ligam|comportam}.",
      "Sem {bolsas|verba}, {os cientistas|os laboratórios} {param|deixam o país}.",
      "A descoberta {surpreendeu|dividiu} os pesquisadores {do instituto|da universidade}.",
    ],
    held: [
      "A bióloga repetiu o experimento cinco vezes até a molécula reagir.",
      "O pesquisador contou bactérias ao microscópio e anotou o resultado.",
      "Sem verba para reagentes, o laboratório da universidade parou os testes.",
    ],
  },
  {
    id: "mathematics",
    labels: ["matemática", "números", "álgebra", "geometria"],
    near: ["education", "science"],
    person: "a matemática|o aluno da olimpíada|o professor de cálculo|a estatística",
    thing:
      "a equação|o triângulo|a fração|a tabuada|o teorema|o ângulo reto|a soma|a raiz quadrada|o gráfico da função|a probabilidade",
    place: "a lousa|o caderno de contas|a olimpíada de cálculo",
    doing:
      "resolver a equação|somar as frações|demonstrar o teorema|calcular a área|decorar a tabuada|medir o ângulo|dividir por zero|traçar o gráfico",
    sentences: [
      "A soma dos ângulos {de um|do} triângulo é {sempre|igual a} cento e oitenta graus.",
      "Para {resolver|simplificar} a equação, {some|subtraia} {três|o dobro} dos dois lados e {divida|multiplique} por {dois|cinco}.",
      "{A matemática|A geometria} {prova|demonstra} o teorema {sem medir|passo a passo} nada.",
      "Ele {errou|acertou} a conta porque {somou|inverteu} as frações {sem|antes de} achar o denominador.",
      "{Sete|Oito} vezes oito: a tabuada {ainda|sempre} {confunde|assusta} {o menino|a turma}.",
      "Os números {primos|negativos} {intrigam|fascinam} {os alunos|quem calcula} desde {a Grécia|cedo}.",
    ],
    held: [
      "O aluno calculou a raiz quadrada e traçou o gráfico da função.",
      "Um triângulo com um ângulo reto obedece ao teorema de Pitágoras.",
      "Na prova, ela somou as frações e resolveu a equação em dois minutos.",
    ],
  },
];
