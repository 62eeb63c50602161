package membership

import (
	"erba/analysis/checklist"
	"erba/analysis/ladder"
	"erba/analysis/null"
	"erba/analysis/why"
)

// Criterion is one of the three, as a card asks for it.
type Criterion struct {
	Key   string      `json:"key"   doc:"Text key"`
	Unit  why.Unit    `json:"unit"  enum:"amount,score,count"`
	Have  null.Number `json:"have"  doc:"null: not known, or not to be told"`
	Least float64     `json:"least"`
	Met   bool        `json:"met"`
}

// Lift is what a customer has of what the card above his asks for.
type Lift struct {
	To       string      `json:"to"       enum:"silver,gold,platinum"`
	Key      bool        `json:"key"      doc:"Cards are for key accounts only, and he is one"`
	Need     int         `json:"need"     doc:"So many of the criteria must hold"`
	Met      int         `json:"met"      doc:"So many do"`
	Criteria []Criterion `json:"criteria"`
}

// Lift compares a customer with the card above one; false: there is none above it.
func (c *Config) Lift(customer Customer, above Card) (Lift, bool) {
	if above >= Platinum {
		return Lift{}, false
	}
	required := c.levels()[Platinum-above-1]
	l := Lift{To: (above + 1).String(), Key: customer.Key, Need: c.Need, Met: ladder.Meets(required, customer.have()).Yes, Criteria: []Criterion{}}
	for i, least := range required {
		have := customer.have()[i]
		l.Criteria = append(l.Criteria, Criterion{criteria[i].key, criteria[i].unit, have, least, checklist.Reaches(have, least) == checklist.Yes})
	}
	return l, true
}

// Of is what a card gives.
func (c Card) Of(cfg *Config) Level {
	return [...]Level{{}, cfg.Silver, cfg.Gold, cfg.Platinum}[c]
}
