"""Given names that tell a person from a place, with the pronoun that most who bear them take."""

from __future__ import annotations

from typing import Literal

# Written down for sayso: the given names that English newspapers print most, from many countries. A name borne by
# both men and women stands in neither of the first two lists.
_HE = """
aaron abdul abdullah abraham adam adolfo adrian ahmad ahmed al alan albert alberto alejandro alessandro alexander alexandre alexei
alfonso alfred ali allan allen alvin amir amos anders andre andreas andres andrew andrey andrzej andy angelo anil anthony antoine anton
antonio antony anwar arjun arnold arthur arturo asad ash ashraf austin babak barack barney barry bart bashar ben benedict benjamin
bernard bernardo bernie bert bill billy björn bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan byron
calvin carl carlo carlos cedric cesar chad charles charlie chip chris christian christoph christopher chuck clarence claude
clay clayton cliff clifford clint clyde colin conor corey cory craig curt curtis cyril cyrus dale damian damien dan daniel daniele darrell
darren darryl dave david dean demetrius dennis denis derek desmond devin dick diego dieter dimitri dirk dmitri dmitry dominic dominik don donald
doug douglas duane duncan dustin dwayne dwight earl ed eddie edgar edmund eduardo edward edwin efraim eli elias elijah elliott elon
emanuel emmanuel enrico enrique eric erik ernest ernesto erwin esteban ethan eugene evan ezra fabian fahmi faisal farid felipe felix fernando
floyd francesco francis francisco francois françois frank franklin franz fred freddie frederic frederick friedrich fyodor gabriel garrett
gareth garry gary gavin gene geoff geoffrey georg george gerald gerard gerardo gerhard gert gilbert gilberto giorgio giovanni giuseppe
glen glenn gordon graeme graham grant greg gregg gregory guido guillaume guillermo gunter gus gustavo guy habib hal hamid hank hans harold
harry harvey hasan hassan hector heinrich helmut henri henry herbert herman hernan hisham horst howard hubert hugh hugo hussein ian ibrahim
ignacio igor ilya imran isaac ismail ismael ivan jack jacob jacques jaime jake jakob jamal james jan jared jason javier jean-claude jean-luc
jean-pierre jeb jed jeff jefferson jeffery jeffrey jens jeremiah jeremy jerome jerry jim jimmy jin joaquin joe joel joerg johan johann johannes john
johnny jon jonas jonathan jorge jose josé josef joseph josh joshua josé juan jude jules julian julio julius jürgen justin kamal karim karl
kazuo keir keith ken kenneth kenny kent kevin khaled khalid khalil kirk klaus kofi konrad konstantin kristian kurt kwame kyle lamar lance
larry lars laurence laurent lawrence lech len lenny leo leon leonard leonardo leonid leopold lester levi lewis liam lindsey linus lionel
lloyd lorenzo lothar lou louis lucas luca luciano luigi luis lukas luke luther maarten magnus mahmoud mahmud malcolm manfred manuel marc marcel
marcelo marco marcos marcus mariano mario mark markus martin martín marvin massimo mateo mats matt matteo matthew matthias maurice mauricio max
maximilian mehmet mel melvin michael michel miguel mike mikhail milan miles milton mitch mitchell mohamed mohammad mohammed mohsen
moritz moses moshe muhammad murray mustafa narendra nasser nate nathan nathaniel ned neil nelson nick nicholas nicolas nigel niklas nikita
nikolai noah noel norbert norman oleg oleh oleksandr oleksiy oliver olivier omar orlando oscar oskar osama otto owen pablo paolo pascal patrick
paul pavel pedro per percy perry pete peter petr petro phil philip philipp philippe phillip pierre pieter piotr prakash preston
rafael rahul raj rajesh ralph ramon ramón randall randy raphael rashid raul ravi ray raymond rene reinhard reggie reginald rex
ricardo richard rick ricky rob robert roberto rod roderick rodney rodrigo roger roland rolf roman ron ronald ronan ronnie rory ross roy
ruben rudolf rudy rupert rush russ russell ryan sadiq saeed salman salvador salvatore samir samuel samson sanjay santiago saul scott sean sebastian
serge sergei sergey sergio seth shane shaun shawn shinzo sidney siegfried sigmar silvio simon solomon stan stanley stefan stefano stephan stephen
sterling steve steven stewart stuart sunil sven tanner tariq ted terence terrence thabo thad theo theodore thierry thomas tim timothy titus tobias
todd tom tomas tomasz tommy tony travis trent trevor tristan tyler tyrone uwe vaclav valentin valery vernon victor viktor vikram
vijay vince vincent vincenzo virgil vitaly vitali vladimir volker volodymyr wade walter warren wayne werner wilbur wilfried wilhelm will willem
william willie willy winston wolf wolfgang woodrow xavier xi yann yasser yoshihide yousef youssef yuri yusuf yves zachary zack zane
"""
_SHE = """
abigail ada adela adele adriana agnes agnieszka aisha alejandra alessandra alexandra alexandria alice alicia alina alison allison alma alyssa
amal amalia amanda amber amelia amina amira amy ana anastasia angela angelica angelina angie anita anja anke ann anna annabel anne
annegret annette annie antoinette antonia anya april arianna ariana arlene ashley astrid audrey ava ayesha barbara beatrice beatriz becky
belinda bella bernadette bernice bertha beth bethany betsy betty beverly bianca birgit blanca bonnie brenda bridget brigitte brittany brooke
camila camille candace carina carla carly carmen carol carole carolina caroline carolyn carrie cassandra catalina catarina catherine cathy cecilia
celeste celia charlotte chelsea cheryl chiara chloe christa christiane christina christine christy cindy claire clara clare claudia colette colleen connie
constance consuelo cora corinne cristina crystal cynthia daisy daniela danielle daphne dawn deb debbie deborah debra deirdre delia denise desiree
diana diane dina dolores dominique donna dora doreen doris dorothea dorothy ebony edith edna eileen elaine eleanor elena elisa elisabeth elise
eliza elizabeth ella ellen elsa elvira emilia emily emma erica erika erin esmeralda esther ethel eugenia eunice eva evelyn fatima fatma faye felicia fiona flora
florence frances francesca franziska frauke freya gabriela gabriele gabriella gabrielle gail gemma geneva genevieve georgia georgina geraldine
gertrude gillian gina giorgia giovanna gisela giulia gladys glenda gloria grace greta gretchen gwen hannah harriet hazel heather heidi helen helena helga hilary
hilda hillary holly hope huma ida ilse imelda ines ingrid irene irina iris irma isabel isabella isabelle ivana ivanka ivy jackie jacqueline
jana jane janet janice janine jasmine jayne jean jeanette jeanne jenna jennifer jenny jessica jill joan joanna joanne jocelyn jo-renee
johanna josephine josie joy joyce juana juanita kamala judith judy julia juliana julianne julie juliet juliette june justine karen karin karla
kate katarina katharina katherine kathleen kathryn kathy katie katja katrina katya kay kayla kellyanne kelly keisha kerstin kimberly kirsten
kirstin kristen kristin kristina kristine lara latoya laura lauren laurie lea leah leila lena leonor leslie leticia lidia liesel lila lillian lily
lina linda lindsay lisa liz liza lois lola loretta lori lorraine louise lourdes lucia lucille lucinda lucy luisa luise lydia lynda lynette
lynn mabel madeleine madeline madison maggie magdalena maya malala malia mandy manuela mara marcia margaret margarita margot maria mariam marian mariana
marianne marie marietta marilyn marina marine marion marisa marjorie marlene marsha marta martha martina mary maryam matilda maud maureen mavis maxine may
megan meghan melania melanie melinda melissa mercedes meredith mia michaela michele michelle mildred mimi mina minerva mira miranda miriam mitzi moira
molly mona monica monika monique muriel myra myrna nadia nadine nan nancy naomi natalia natalie natasha nell nellie nicola nicole nikki nina noelle
noor nora norma octavia olga olive olivia oksana olha olena ophelia padma paige paloma pam pamela patricia patti patty paula paulina pauline
pearl peggy penelope penny petra phoebe phyllis pilar polly priscilla priti priya rachel ramona raquel rebecca regina renata renate renee reina rhonda
rita roberta rochelle ronda rosa rosalind rosalyn rosario rose rosemary roxanne ruby ruth sabine sabrina sadie sally salma samantha
sandra sara sarah savannah selena serena shanna shannon sharon sheila shelley sherry sheryl shirley sibylle silke silvia simone
sofia sonia sonya sophia sophie stacey stacy stella stephanie sue summer susan susana susanna susanne susie suzanne svetlana svenja sybil sylvia
tamara tammy tanya tara tatiana tatyana teresa teri terri tessa thelma theresa therese tiffany tina toni tonya tracey traci tricia trudy
ulrike ursula uma valentina valeria valerie vanessa vera verena veronica vicki vickie vicky victoria viola violet virginia vivian viviane wanda wendy
whitney whoopi wilma winifred winnie xenia yasmin yelena yolanda yuliya yulia yvette yvonne zainab zara zoe zoë
"""
_EITHER = """
abiy alex alexis amari andrea ariel ashton aubrey avery bailey billie blair bobbie brook cameron carey carroll casey chan chen chris
courtney dana darcy dominique drew eden elliot emerson finley frankie gale hadley harley hayden hunter hyun indira jaime jamie jan jess jessie ji
jo jody jordan jules jun kai  kelly kerry kerri kim kit kris lane lee leigh leslie li lin logan loren mackenzie marion mel
micah min ming morgan nguyen nicky nikola parker pat peyton quinn reese ricki riley robin rowan sam sandy sasha shelby sidney skyler stevie
syd taylor terry tracy  wei xiao yan yi yu  """

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
