"""Given names that tell a person from a place, with the pronoun that most who bear them take."""

from __future__ import annotations

from typing import Literal

# Written down for sayso: the given names that English newspapers print most, from many countries. A name borne by
# both men and women stands in neither of the first two lists.
_HE = """
aaron abdallah abdel abdelaziz abdelfattah abdul abdulaziz abdullah abdulrahman abhishek abraham adam adebayo adel aditya adnan adolfo
adrian agus agustin agustín ahmad ahmed ahmet ajay akhilesh akira akram al alan alasdair alassane albert alberto alejandro aleksandar
aleksandr aleksei aleksey alessandro alexander alexandre alexei alexey alfonso alfred ali allan allen alun alvaro alvin amadou amir amit
amos amr anand anas anatolii anatoly anders andre andreas andres andrew andrey andrii andriy andrzej andrás andrés andy angel angelo angus
anil anthony antoine anton antonio antoniu antony antti anutin anwaar anwar aris arjun arkady armen arnold artem arthur arturo arturs
arvind asad ash ashok ashraf ashwin asif attila austin ayman ayoub azmi babak babatunde badr balázs bambang barack barnaby barney barry
bart bashar bassam bassem ben benedict benjamin bernard bernardo bernie bert bheki bidzina bilal bill billy bjorn björn bjørn bob bobby
bogdan bohdan bojan bongbong boris brad bradley bram brandon brendan brent brett brian bruce bruno bryan bryce budi burak byron caio
callum calvin carl carlo carlos cedric cem cesar chad charles charlie chidi chinedu chip chris christian christoph christopher chuck
chukwuma clarence claude clay clayton cliff clifford clint clive clyde colin colton conor corey cormac cory craig cristian curt curtis
cyril cyrus césar daan dafydd daisuke dale dalton damian damien dan daniel daniele darnell darrell darren darryl dave david dean deandre
declan deepak demarcus demetrius denis dennis denys derek derrick desmond devin devon diarmuid dick diego dieter dimitri dimitris dinesh
dirk dmitri dmitry dmytro dominic dominik don donal donald donaldas donte doug douglas dragan duane duc duncan dustin dwayne dwight eamon
earl ed eddie edgar edmund edouard eduardo edward edwin efraim eli elias elijah elliott elon emad emanuel emeka emmanuel emmerson emomali
emre emyr enrico enrique eoin eric erik ernest ernesto erwin esteban ethan euan eugene evan evgeny evo ewan ezra fabian fabien fadi fahmi
faisal farid farouk faure fawad felipe felix ferdinand ferenc fergus fernando finbar florin floyd fouad francesco francis francisco
francois frank franklin franz françois fred freddie frederic frederick friedrich frédéric fumio fyodor gabriel gareth garrett garrison
garry gary gaurav gavin geert gene gennady geoff geoffrey georg george gerald gerard gerardo gerhard germán gert geun-hye ghassan gheorghe
gianluca gianni gilbert gilberto gintaras giorgi giorgio giorgos giovanni giuseppe glen glenn gonzalo goodluck goran gordon gotabaya
graeme graham grant greg gregg gregory grzegorz grégory guido guillaume guillermo gunnar gunter guoqiang gurbanguly gus gustavo guy gábor
gérard göran haakon habib hage haider haitham hakan hal hamad hamid hamish hamza hani hank hans hans-peter harish harold haroon harry
haruki harvey hasan hassan hatem hector heinrich heinz helmut hemant hendrik henri henrik henry herbert herman hernan hernán hervé heydar
hideo hiroshi hisham horst hosni hovhannes howard hubert hugh hugo humza hussein huw håkon iain ian ibrahim ichiro idriss ieuan ignacio
igor ihor ilham illya ilya imad imran imtiaz inacio inácio irakli irfan isaac isam ismael ismail issam istván ivan ivica iván jaber jack
jacob jacques jae-in jagan jagdish jaime jair jakaya jake jakob jakub jalal jalen jamaal jamal james jan janez janis jared jarosław
jarrett jason javier javon jawad jean-baptiste jean-claude jean-françois jean-luc jean-michel jean-pierre jeb jed jeff jefferson jeffery
jeffrey jens jeremiah jeremy jermaine jeroen jerome jerry jesper jesus jesús jianguo jianping jim jimmy jin jiří joachim joao joaquin
joaquín jochen joe joel joerg johan johann johannes john johnny joko jokowi jon jonas jonathan jong-il jong-un jonny joost jorge jose
josef joseph josh joshua josiah josué josé joão juan jude juhani jules julian julio julius julián junaid junichiro jussi justin jános
jérôme jürgen jānis kamal kareem karim karl karthik kashif kassem kassym-jomart kazuo keenan keir keith kemal ken kenji kenneth kenny kent
kevin keyshawn kgosientsho khaldoun khaled khalid khalil khawaja kipchoge kiran kirk klaus knut kobe koen kofi konrad konstantin
konstantinos kordell kostas kristian krzysztof kurt kwabena kwaku kwame kwasi kyle kyrylo labib lalit lamar lance larry lars laurence
laurent lawrence lebron lech leif len lenny leo leon leonard leonardo leonid leopold leroy lester levan levi lewis liam lijian lindsey
linus lionel lloyd lorenzo lothar lou louis loïc luc luca lucas luciano ludwig luigi luis luiz luka lukas lukasz luke luther lászló lázaro
maarten maciej macky mads magnus magomed mahathir mahdi maher mahesh mahinda mahmoud mahmud majed maksym malcolm mamadou mandla manet
manfred manish manoj manuel marc marcel marcelo marcio marco marcos marcus marek mariano mario mark marko markus marquis martin martín
marvin masahiro masayoshi massimiliano massimo matej mateo mateusz mathieu mats matt matteo matthew matthias maurice mauricio maurkice
maurício max maxime maximilian mazen mehmet mel melvin michael michał michel micheál miguel miha mihai mike mikhail mikheil mikkel mikko
milan miles milos miloš milton min-jun mitch mo mitchell mitt moataz mohamad mohamed mohammad mohammed mohan mohsen mokhtar mookie moritz
moses moshe mounir muhammad muhammadu mukesh munir muqtada murat murray mustafa mykhailo mykola myles márcio märt nabil nadeem nadhim
naguib naji najib nangolo naoki narendra nasir nasser nate nathan nathanael nathaniel naveed nawaz nayib ned neil nelson nemanja neville
nguyễn niall nicholas nick nicolas nicolás niels nigel nikita niklas nikol nikolai nikos nitin nizar noah noel norbert norman novak
nursultan obinna oisín olaf oleg oleh oleksandr oleksiy oliver olivier olof olusegun oluwaseun omar orbán orlando osama oscar oskar ostap
otto ousmane owen pablo padraig panagiotis pankaj paolo pascal patrice patrick paul paulin paulo pavel pavlo paweł pedro pekka per percy
perry petar pete peter petr petro phil philip philipp philippe phillip pierre piers pieter piotr piyush prabowo pradeep prakash prashant
praveen prayut prayuth preston pushpa pádraig péter qais qasim qassem quentin quincy raed rafael rafik rafiq rafizi rahul raila rainer raj
rajesh rajiv rajnath rakesh ralf ralph ramesh ramiro ramon ramzan ramzi ramón randall randy ranil ranjit raphael rashad rashid rasmus raul
ravi ray raymond raúl recep reggie reginald rehman reiner reinhard renan rene renzo rené reuben rex rhys ricardo richard rick ricky rishi
riyad rob robert roberto rod roderick rodney rodolfo rodrick rodrigo rogelio roger rohit roland rolf roman ron ronald ronan ronnie rory
ross roy ruairi ruben rubén rudolf rudy rufus rupert rush ruslan russ russell ruud ryan rémi saad sachin sadiq saeed safwan salah salim
salman salvador salvatore sami samia samir samson samuel sandeep sander sandip sanjay sanjeev sanjiv santiago satish satoshi saud saul
sayed scott seamus sean sebastian sebastián seif selim serge sergei sergey sergio serhii serhiy serkan serzh seth shadi shahbaz shahid
shamil shane shaquille shashi shaun shavkat shawn shehbaz sheldon sherif shigeru shinzo shoaib siddharth sidney siegfried sigmar silvano
silvio simon siphiwe sipho sjoerd slobodan solomon soumitra srettha srinivas stan stanislav stanley stavros stefan stefano steffen stellan
stephan stephen stephon sterling steve steven stewart stjepan stuart stéphane subhash sudhir sufyan suleiman sundar sung-min sunil suresh
sven sverre swapan syed sylvain séamus sébastien søren tadhg tahir takashi takeshi talal tamer tamerlan tanner taras tarek tariq taro
tarun tayyip ted tendai terence terrance terrell terrence tetsuya tevin thabo thad thaddeus thaksin themba theo theodore thiago thibault
thierry thomas thorsten tiago tim timo timothy titus tobias toby todd tom tomas tomasz tomislav tommy tomás tomáš tony toomas torben
torsten travis trayvon tremaine trent trevor tristan turki tushar tyler tyreek tyrell tyrese tyrone tyson uday udo uhuru ulf uli ulrich
umberto usman uwe vaclav valentin valery varun vasyl vasyl’ venkat vernon vicente victor vijay vikram viktor vinay vince vincent vincenzo
vinod virgil vitali vitaly vittorio vivek vlad vladimir vladislav volker volodymyr vsevolod vyacheslav vytautas víctor wade wael waleed
walid walter wangari warren waseem wayne weidong wenbin werner wes wesley wilbur wilfried wilhelm will willard willem william willie willy
wim winfried winston wissam wojciech wolf wolfgang woodrow xavier xi xiaoming xinyu xiomar yahya yann yannick yannis yaroslav yasin yasser
yasuhiro yaw yazan yevgeny yevhen yiannis yogesh yong yoshihide yousef youssef yuji yuri yusuf yusuke yves zach zachariah zachary zack
zahid zaid zain zane zbigniew zdravko zeke zelimkhan zhigang ziad zion ziyad zoltán zoran zulfikar álvaro ángel édouard éric óscar łukasz
"""
_SHE = """
aaliyah abeer abena abigail ada adaeze adela adele adriana adrienne afaf agnes agnieszka aida ailsa aino aisha akiko akinyi akua alana
alecia alejandra alessandra alexandra alexandria alice alicia alina alison alla allison alma alondra alyssa amaka amal amalia amanda amani
amaya amber amelia amena amina aminata amira amy amélie ana anastasia anastasiia anezina angela angelica angelina angie anika anissa anita
anja anjali anke ankie ann anna annabel annalena anne annegret anneli anneliese annette annie annika antoinette antonia anya aoife aparna
april archana ariana arianna arlene arundhati ashanti ashley asma asmaa astrid aubree audrey aurore ava ayesha ayse ayumi ayşe aïssata
barbara barbora beata beatrice beatriz becky begoña belinda bella benazir bernadette bernice bertha beth bethany betsy betty beverly
bhavna bianca biljana birgit blanca bonnie brenda brianna bridget brielle brigitte brittany brittney bronwen brooke bushra busisiwe bärbel
bénédicte camila camille canan candace caoimhe carina carla carly carmen carol carole carolina caroline carolyn carrie carys cassandra
cassidy catalina catarina catherine cathy catriona cecilia celeste celia cerys chantel charlotte chelsea cheryl chiara chimamanda chioma
chloe chloé christa christiane christina christine christy chunying ciara cindy claire clara clare claudia colette colleen concepción
connie constance consuelo cora corinne cristina crystal cynthia céline daisy dalal dalia daniela danielle daphne daryna dawn deb debbie
deborah debra deepika deirdre deja delcy delia delphine denise desirae desiree diana diane dilma dina divya dolores dominique donia donna
dora doreen doris dorota dorothea dorothy dragana ebba eboni ebony edith edna efua eileen eilidh ekaterina elaine eleanor elena elif elisa
elisabeth elise eliza elizabeth ella ellen elly elsa eluned elvira eman emiko emilia emily emine emma erica erika erin erna eryn esmeralda
esra estelle esther ethel eugenia eun-ju eunice eva evelyn evgenia evita ewa fabienne farah fatemeh fatima fatimah fatma fatou faye
fayrouz fehmida felicia femke fernanda ffion fiona flora florence folake frances francesca franziska frauke freya frida funmilayo gabriela
gabriele gabriella gabrielle gail galina gayatri gaëlle geeta gemma geneva genevieve geneviève georgia georgina geraldine gertrude gesine
ghada giedrė gillian gina giorgia giovanna gisela giulia gladys gleisi glenda gloria gordana grace greta gretchen gráinne guadalupe gwen
gwyneth hadeel hala halima hallie halyna hanan hande hanin hannah hanneke harriet haruka hasina hazel heather hee heidi heike helen helena
helga helle hilary hilda hildegard hillary hina hiroko holly hope huda huma hyun-jung hélène ibtisam ida ifeoma ilaria ildikó ilhan ilse
iman imani imee imelda inas indu ines inger ingrid ingrida inna inés irene irina iris irma iryna isabel isabella isabelle isla israa ivana
ivanka ivy jackie jacqueline jada jalisa jamila jana jane janet janice janine jasmin jasmine jaya jayda jayne jazmin jean jeanette jeanne
jelena jenna jennifer jenny jessica ji-hyun jihan jill jo-renee joan joana joanna joanne jocelyn johanna josefina josephine josie joy
joyce joëlle juana juanita judit judith judy julia juliana julianne julie juliet juliette june junko justine jyoti kadri kaitlin kaitlyn
kaja kalpana kamala kamila kara karen karin karla karrine kasey katalin katarina katarzyna kate kateryna katharina katherine kathie
kathleen kathryn kathy katie katja katrin katrina katya kavita kawthar kay kayla kazuko keandra keiko keisha kelly kellyanne kemi kersti
kerstin keshia ketanji khaleda kiana kiara kiersten kimber kimberly kirsten kirstin kirsty klara kristen kristi kristin kristina kristine
krysten ksenia kumiko kyrsten laetitia lakeisha lakisha lakshmi lamia lara larysa lashonda lata latasha latifa latonya latoya laura lauren
laurie layla lea leah leanne leela leila lena leni leonor leslie lesya leticia letizia lidia liesel lijuan lila lillian lily lina linda
lindiwe lindsay lisa lisette liz liza lois lola loretta lori lorraine louise lourdes lubna lucia luciana lucille lucinda lucy ludivine
luisa luise lujain lydia lynda lynette lynn lyudmila lyudmyla līga maaike mabel maddie madeleine madeline madhuri madison magdalena maggie
maha mahsa mairead maja makayla malala malia malin mamata manal mandy manju manjula manon manuela mara marcia margaret margarethe
margarita margot maria mariam mariama marian mariana marianne mariastella marie marietta mariia marija mariko marilyn marina marine marion
marisa marisol marissa marit mariyam mariângela marjorie marjory markéta marleen marlene marlène marsha marta martha martina marwa mary
maryam maryna maryum maría mathilde matilda maud maureen mavis maxine may maya mayawati maysoon mayumi maëlle małgorzata mckenna meena
meenakshi meera megan megawati meghan meiling melania melanie melinda melissa meral mercedes meredith merve mette mhairi mia michaela
michele michelle michiko midori miho mikayla mildred milica mimi min-ji mina minerva mira miranda miriam mirjana mitzi miyuki moira molly
mona monet monica monika monique morag mozah muriel myra myrna máiréad mária nada nadezhda nadia nadine nahed nakia naledi nalini namrata
nan nancy nandini naoko naomi natalia natalie nataliia nataliya natasha nathalie nawal neha nell nellie nermin nesreen netumbo ngozi niamh
nichole nicola nicole nihad nikki nina ning nirmala nisha nita nkechi nkosazana noelle nomvula noor nora noriko norma nosiviwe noura
noémie nura nusrat nyah obiageli octavia océane oksana oleksandra olena olga olha olive olivia oluchi oonagh ophelia orla padma
paetongtarn paige paloma pam pamela paola patricia patti patty paula paulina pauline pearl peggy penelope penny pernille petra phoebe
phumzile phyllis pilar polly pooja poonam preeti presley priscilla priti priya priyanka puan päivi rabia rachel rachida radha raffaella
raghad rajni ramona rana randa rania raquel rasha rashida rashmi rawan rebecca reem regina reiko reina rekha renata renate renee renu
retno rhonda riikka risa rita ritu roberta rochelle rocío rohini rokhaya ronda roopa rosa rosalind rosaly rosalyn rosario rose roselyne
rosemary rosy roxanne ruba ruby ruth róisín saara sabah sabine sabrina sachiko sadhana sadie safaa sahar sahle-work sahra sakura sally
salma salwa samantha samar samira sanaa sanae sandra sandrine sangeeta sanna saoirse sara sarah sarita saskia savannah sawsan selena
serena shahira shaima shaniqua shanna shannon shanta shantel sharon shawna sheela sheila shelley sherry sheryl shilpa shireen shirin
shirley shobha shreya shweta sibylle sigrid siham silke silvia simone sinead sinéad siobhan siobhán siti smita smriti sneha snežana soad
sofia sofiia soledad solomiya solveig solène sonal sonali sonia sonya soo-yeon sophia sophie souad stacey stacia stacy stella stephanie
suad sue suella suha sujata summer sunita susan susana susanna susanne sushma susie suu suzanne svenja svetlana svitlana swati sybil
sylvia sylvie ségolène tabitha tahani tamara tameka tamika tammy tanisha tanya tara taraji tatiana tatiane tatum tatyana tawakkol tawana
tehmina temitope teresa teri terri tessa tetiana tetyana thandi thaís thelma theresa therese thuli tiana tiffany tina tomoko toni tonia
tonya tracey traci tricia trudy tsai ulrika ulrike uma urmila ursula urszula usha ute valentina valeria valerie valeriia valérie vandana
vanessa vasundhara velma vera verena veronica vesna vicki vickie vicky victoria vidya viktoriia viktoriya viola violet viorica virginia
virginie vivian viviane véronique wafa wanda wanjiku wendy whitley whitney whoopi wilma winifred winnie xenia xiaohong ximena xiomara
xiulan yamini yara yasmeen yasmin yaël yelena yemisi yesenia yingluck yoko yolanda yolonda yoshiko yuko yulia yuliia yuliya yuriko yvette
yvonne zahra zainab zanele zara zeina zeynep zhanna zineb zoe zoey zofia zoë zuzana ágnes élisabeth élise émilie
"""
_EITHER = """
abiy alex alexis amandeep amari andrea arden ariel ashton aubrey avery ayo bailey billie blair bobbie britt brook cameron carey carroll
cary casey chan chen cheung cheyenne chris courtney dana darcy dawa dominique drew eden elliot emerson emory eun feng finley frankie gale
gurpreet hadley harley harpreet hayden hua hunter hye hyun indira jae jaime jamie jan jaspreet jess jessie ji jie jing jo jody jordan joss
jules jun kai kelly kendall kerri kerry kim kit kris kuldeep lane laverne lee lei leigh leslie li lin ling logan lonnie loren mackenzie
manpreet marion marley marlowe mei mel merle micah min min-seo ming morgan navdeep nguyen nicky nico nikola nima oluwatobi parker pat pema
peyton phuong qing quinn reese remy ricki ridley riley robin rowan rui sam sandy sasha seung shelby sidney skye skyler sonam soo-jin
stevie sukhdeep syd tao taylor teagan tenzin terry thanh tobi tracy wei wynn xiao xue yan yi ying yu zhen
"""

_PRONOUN: dict[str, Literal["he", "she"] | None] = {
    **dict.fromkeys(_HE.split(), "he"),
    **dict.fromkeys(_SHE.split(), "she"),
    **dict.fromkeys(_EITHER.split(), None),
}
for _name in set(_HE.split()) & set(_SHE.split()):
    _PRONOUN[_name] = None


def is_first_name(word: str) -> bool:
    """Whether `word` is a common given name."""
    return word.casefold() in _PRONOUN


def pronoun_of(word: str) -> Literal["he", "she"] | None:
    """The pronoun of most who bear the given name `word`, or None when it tells nothing."""
    return _PRONOUN.get(word.casefold())
