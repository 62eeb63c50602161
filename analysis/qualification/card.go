package qualification

import (
	"iter"
	"strconv"

	"erba/kernel"
)

// Card is a scorecard: areas, one after the other, of topics of questions. The card
// of the four questions comes with the product and has texts of its own; all others
// are called as they say.
type Card struct {
	Key   string `json:"key"`
	Zh    string `json:"zh"`
	En    string `json:"en"`
	Areas []Area `json:"areas"`
}

// Area is a part of a card with a gate of its own.
type Area struct {
	Key    string  `json:"key"`
	Zh     string  `json:"zh"`
	En     string  `json:"en"`
	Weight int     `json:"weight" unit:"score" minimum:"1" maximum:"100" doc:"Of all areas 100"`
	Gate   float64 `json:"gate"   unit:"score" minimum:"0" maximum:"100" doc:"From this score on it is passed"`
	Low    float64 `json:"low"    unit:"score" minimum:"0" maximum:"100" doc:"Below it the deal is given up; 0: never"`
	Stop   string  `json:"stop"   enum:"nurture,resources,rethink,worthless,abandon" doc:"What to do below the gate"`
	Topics []Topic `json:"topics"`
}

// Topic is what several questions of an area are about.
type Topic struct {
	Zh        string     `json:"zh"`
	En        string     `json:"en"`
	Weight    int        `json:"weight" unit:"score" minimum:"1" maximum:"100" doc:"Of all topics of the area 100"`
	Questions []Question `json:"questions"`
}

// Question is answered from 0 to 5.
type Question struct {
	Key    string `json:"key"`
	Zh     string `json:"zh"`
	En     string `json:"en"`
	Weight int    `json:"weight" unit:"score" minimum:"1" maximum:"100" doc:"Of all questions of the topic 100"`
	Knock  bool   `json:"knock"  doc:"0 rules the deal out; not known has to be found out first"`
}

func (a *Area) questions() iter.Seq[Question] {
	return func(yield func(Question) bool) {
		for _, t := range a.Topics {
			for _, q := range t.Questions {
				if !yield(q) {
					return
				}
			}
		}
	}
}

// Questions are all of a card, in its order.
func (c *Card) Questions() iter.Seq2[string, Question] {
	return func(yield func(string, Question) bool) {
		for i := range c.Areas {
			for q := range c.Areas[i].questions() {
				if !yield(c.Areas[i].Key, q) {
					return
				}
			}
		}
	}
}

// Asks reports whether a card has a question.
func (c *Card) Asks(key string) bool {
	for _, q := range c.Questions() {
		if q.Key == key {
			return true
		}
	}
	return false
}

// The bounds of what a company may add.
const (
	mostCards   = 20
	mostAsked   = 120
	longestKey  = 40
	longestWord = 200
)

// check reports the first thing about a card that makes no sense.
func (c *Card) check() error {
	if err := named(c.Key, c.Zh, c.En); err != nil {
		return err
	}
	seen, asked, sum := map[string]bool{}, 0, 0
	for i := range c.Areas {
		a := &c.Areas[i]
		if err := a.check(); err != nil {
			return kernel.Within("areas."+strconv.Itoa(i), err)
		}
		if sum += a.Weight; seen["area "+a.Key] {
			return kernel.Invalid("qualification.twice", "key", a.Key).In("areas." + strconv.Itoa(i) + ".key")
		}
		seen["area "+a.Key] = true
	}
	for _, q := range c.Questions() {
		if asked++; seen[q.Key] || asked > mostAsked {
			return kernel.Invalid("qualification.twice", "key", q.Key).In("areas")
		}
		seen[q.Key] = true
	}
	return hundred(sum, "areas")
}

func (a *Area) check() error {
	if err := named(a.Key, a.Zh, a.En); err != nil {
		return err
	}
	if a.Low > a.Gate {
		return kernel.Invalid("qualification.bad_gates").In("low")
	}
	sum := 0
	for i, t := range a.Topics {
		sum += t.Weight
		if err := t.check(); err != nil {
			return kernel.Within("topics."+strconv.Itoa(i), err)
		}
	}
	return hundred(sum, "topics")
}

func (t *Topic) check() error {
	if err := worded(t.Zh, t.En); err != nil {
		return err
	}
	sum := 0
	for i, q := range t.Questions {
		sum += q.Weight
		if err := named(q.Key, q.Zh, q.En); err != nil {
			return kernel.Within("questions."+strconv.Itoa(i), err)
		}
	}
	return hundred(sum, "questions")
}

// hundred refuses weights that do not make 100, none among them.
func hundred(sum int, at string) error {
	if sum != 100 {
		return kernel.Invalid("qualification.bad_weights", "sum", sum).In(at)
	}
	return nil
}

func named(key, zh, en string) error {
	if !isKey(key) {
		return kernel.Invalid("qualification.bad_key", "key", key).In("key")
	}
	return worded(zh, en)
}

func worded(zh, en string) error {
	if zh == "" || en == "" || len([]rune(zh)) > longestWord || len([]rune(en)) > longestWord {
		return kernel.Invalid("qualification.unnamed", "max", longestWord).In("zh")
	}
	return nil
}

// isKey reports whether a word can name a part: it stands in files and addresses,
// so it is short and plain.
func isKey(word string) bool {
	for _, c := range word {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' {
			return false
		}
	}
	return word != "" && len(word) <= longestKey
}
