// tasks/logic/family-relations.js: say how two people are related, from who is whose parent, child, brother, sister or spouse.
task({ version: 1, levels: 6, tags: ['deduction', 'relations'], reward: 'exact' });

// Level by level: steps from one person to the other, people who have nothing to do with it, and whether facts are told
// from either side. From level 2 on the facts are shuffled.
var SIZES = [[2, 0, false], [3, 0, false], [3, 1, true], [4, 1, true], [5, 2, true], [6, 3, true]];

var NAMES = [
  ['Adam', 'Ben', 'Carl', 'David', 'Eric', 'Frank', 'George', 'Henry', 'Ivan', 'Jack', 'Luke', 'Mark', 'Oscar', 'Paul', 'Simon', 'Tom'],
  ['Anna', 'Betty', 'Clara', 'Diana', 'Emma', 'Fiona', 'Grace', 'Helen', 'Irene', 'Julia', 'Laura', 'Maria', 'Nora', 'Olga', 'Rosa', 'Susan']
];

// What a man and a woman are called.
var WORDS = {
  parent: ['father', 'mother'],
  child: ['son', 'daughter'],
  sibling: ['brother', 'sister'],
  spouse: ['husband', 'wife'],
  grandparent: ['grandfather', 'grandmother'],
  grandchild: ['grandson', 'granddaughter'],
  aunt: ['uncle', 'aunt'],
  niece: ['nephew', 'niece'],
  cousin: ['cousin', 'cousin'],
  parentInLaw: ['father-in-law', 'mother-in-law'],
  childInLaw: ['son-in-law', 'daughter-in-law'],
  siblingInLaw: ['brother-in-law', 'sister-in-law'],
  greatGrandparent: ['great-grandfather', 'great-grandmother'],
  greatGrandchild: ['great-grandson', 'great-granddaughter'],
  greatAunt: ['great-uncle', 'great-aunt']
};

// What a relation becomes by one step more: the parent of a parent is a grandparent. Only what is certain is here.
var COMPOSED = {
  self: { parent: 'parent', child: 'child', sibling: 'sibling', spouse: 'spouse' },
  parent: { parent: 'grandparent', child: 'sibling', sibling: 'aunt', spouse: 'parent' },
  child: { child: 'grandchild', sibling: 'child', spouse: 'childInLaw' },
  sibling: { parent: 'parent', child: 'niece', spouse: 'siblingInLaw' },
  spouse: { parent: 'parentInLaw', child: 'child', sibling: 'siblingInLaw' },
  grandparent: { parent: 'greatGrandparent', child: 'aunt', sibling: 'greatAunt', spouse: 'grandparent' },
  grandchild: { child: 'greatGrandchild', sibling: 'grandchild' },
  aunt: { parent: 'grandparent', child: 'cousin' },
  niece: { sibling: 'niece' },
  cousin: { sibling: 'cousin' },
  parentInLaw: { child: 'siblingInLaw', spouse: 'parentInLaw' },
  childInLaw: { child: 'grandchild' },
  siblingInLaw: {},
  greatGrandparent: { child: 'greatAunt', spouse: 'greatGrandparent' },
  greatGrandchild: { sibling: 'greatGrandchild' },
  greatAunt: { parent: 'greatGrandparent' }
};

var INVERSE = { parent: 'child', child: 'parent', sibling: 'sibling', spouse: 'spouse' };

var WALKS = SIZES.map(function (size) { return byRelation(walks(size[0])); });

function generate(rng, level) {
  var size = SIZES[level - 1], links = rng.pick(rng.pick(WALKS[level - 1])), people = cast(rng, links, size[1]);
  var first = people[0], facts = [], steps = [];
  links.forEach(function (link, i) {
    var before = people[i], person = people[i + 1], fact = told(person, link.step, before);
    // The last one is named by what is asked for, a man or a woman.
    var turned = size[2] && i < links.length - 1 && rng.chance(0.5) ? told(before, INVERSE[link.step], person) : fact;
    var related = told(person, link.relation, first);
    facts.push(turned);
    steps.push(turned + (turned === fact ? '' : ', so ' + fact) + (i === 0 ? '' : ', so ' + related) + '.');
  });
  for (var i = links.length + 1; i < people.length; i++) {
    facts.push(told(people[i], rng.pick(['child', 'sibling']), people[rng.integer(0, links.length)]));
  }
  if (level > 1) {
    facts = rng.shuffle(facts);
  }
  var asked = people[links.length], answer = word(asked, links[links.length - 1].relation);
  return {
    question: 'In this family nobody married twice, the children of a married person are the children of both, and brothers and sisters have the same parents. '
      + facts.join('. ') + '. What is ' + asked.name + ' to ' + first.name
      + '? Answer with one word, written like father, niece, sister-in-law or great-uncle.',
    answer: answer,
    solution: steps.join('\n') + '\nAnswer: ' + answer
  };
}

// All ways of that many steps. Nobody comes up twice: a child's parent, a spouse's spouse and a sibling's sibling would be
// people already named.
function walks(length) {
  if (length === 0) {
    return [[]];
  }
  var longer = [];
  walks(length - 1).forEach(function (links) {
    var last = links.length === 0 ? { step: '', relation: 'self' } : links[links.length - 1];
    Object.keys(COMPOSED[last.relation]).forEach(function (step) {
      var back = last.step === 'child' && step === 'parent', again = last.step === step && (step === 'spouse' || step === 'sibling');
      if (!back && !again) {
        longer.push(links.concat([{ step: step, relation: COMPOSED[last.relation][step] }]));
      }
    });
  });
  return longer;
}

// By the relation that they lead to, so that all relations are asked for equally often.
function byRelation(found) {
  var groups = {}, order = [];
  found.forEach(function (links) {
    var relation = links[links.length - 1].relation;
    if (!groups[relation]) {
      groups[relation] = [];
      order.push(relation);
    }
    groups[relation].push(links);
  });
  return order.map(function (relation) { return groups[relation]; });
}

function cast(rng, links, others) {
  var names = NAMES.map(function (pool) { return rng.shuffle(pool); }), people = [];
  for (var i = 0; i <= links.length + others; i++) {
    var married = i > 0 && i <= links.length && links[i - 1].step === 'spouse';
    var sex = married ? 1 - people[i - 1].sex : rng.integer(0, 1);
    people.push({ sex: sex, name: names[sex].pop() });
  }
  return people;
}

function word(person, relation) {
  return WORDS[relation][person.sex];
}

function told(person, relation, other) {
  return person.name + ' is ' + other.name + "'s " + word(person, relation);
}
