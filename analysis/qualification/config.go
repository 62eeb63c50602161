package qualification

import (
	"strconv"

	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Unknown  int     `json:"unknown"  unit:"score" minimum:"-5" maximum:"0"   doc:"What not known counts as: never more than the worst answer, so that nobody gains by it: 0"`
	Answered float64 `json:"answered" unit:"share" minimum:"0.2" maximum:"1"  doc:"So much of a step must be answered: 0.8"`
	Real     float64 `json:"real"     unit:"score" minimum:"0"  maximum:"100" doc:"Gate of the first step: 60"`
	Compete  float64 `json:"compete"  unit:"score" minimum:"0"  maximum:"100" doc:"… of the second: 60"`
	Win      float64 `json:"win"      unit:"score" minimum:"0"  maximum:"100" doc:"… of the third: 50"`
	Rethink  float64 `json:"rethink"  unit:"score" minimum:"0"  maximum:"100" doc:"Below it the third step says: give up: 30"`
	Worth    float64 `json:"worth"    unit:"score" minimum:"0"  maximum:"100" doc:"Gate of the fourth step: 50"`
	Least    int     `json:"least"    unit:"score" minimum:"1"  maximum:"5"   doc:"Least answer of the quick way: 3"`
	Days     int     `json:"days"     unit:"days"  minimum:"1"  maximum:"730" doc:"So long an exception holds: 90"`
	Gap      int     `json:"gap"      unit:"score" minimum:"1"  maximum:"5"   doc:"From this difference on the data warns: 2"`
	Cases    int     `json:"cases"    unit:"count" minimum:"2"  maximum:"100" doc:"Fewer closed deals than this say nothing: 5"`
	Data     Data    `json:"data"     doc:"How figures read as answers"`
	Cards    []Card  `json:"cards"    doc:"Other scorecards"`
}

// Default is that of the specification; what data reads as is our own.
func Default() Config {
	return Config{Unknown: 0, Answered: 0.8, Real: 60, Compete: 60, Win: 50, Rethink: 30, Worth: 50, Least: 3, Days: 90, Gap: 2, Cases: 5,
		Data: defaultData(), Cards: []Card{complexProject()}}
}

// Check reports the first thing that makes no sense.
func (c Config) Check() error {
	switch {
	case c.Unknown > 0 || c.Unknown < -Best:
		return kernel.Invalid("qualification.bad_unknown").In("unknown")
	case !(c.Answered > 0 && c.Answered <= 1):
		return kernel.Invalid("qualification.bad_answered").In("answered")
	case c.Rethink > c.Win:
		return kernel.Invalid("qualification.bad_gates").In("rethink")
	case c.Least < 1 || c.Least > Best || c.Days < 1 || c.Gap < 1 || c.Cases < 2:
		return kernel.Invalid("qualification.bad_numbers").In("least")
	case len(c.Cards) > mostCards:
		return kernel.Invalid("qualification.too_many", "max", mostCards).In("cards")
	}
	if err := c.Data.check(); err != nil {
		return kernel.Within("data", err)
	}
	return c.checkCards()
}

func (c Config) checkCards() error {
	seen := map[string]bool{Four: true, Quick: true}
	for i := range c.Cards {
		card, at := &c.Cards[i], "cards."+strconv.Itoa(i)
		if err := card.check(); err != nil {
			return kernel.Within(at, err)
		}
		if seen[card.Key] {
			return kernel.Invalid("qualification.twice", "key", card.Key).In(at + ".key")
		}
		seen[card.Key] = true
	}
	return nil
}

// Card is one of the cards; false if there is none of that key.
func (c *Config) Card(key string) (Card, bool) {
	if key == Four || key == Quick {
		return c.Four(), true
	}
	for _, card := range c.Cards {
		if card.Key == key {
			return card, true
		}
	}
	return Card{}, false
}

// Of says what came of the answers to a card, the quick way or another.
func (c *Config) Of(key string, given Answers) (Result, error) {
	card, ok := c.Card(key)
	switch {
	case !ok:
		return Result{}, kernel.Invalid("qualification.no_card", "card", key)
	case key == Quick:
		return c.Quick(given), nil
	}
	return c.Judge(&card, given), nil
}
