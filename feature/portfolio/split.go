package portfolio

import (
	"erba/analysis/checklist"
	"erba/analysis/membership"
	"erba/analysis/pareto"
)

// Split is how methods divide about an account: which put it into their highest
// class, which do not, and which know too little to say.
type Split struct {
	Top   []string `json:"top"   doc:"Models"`
	Below []string `json:"below" doc:"Models"`
	Open  []string `json:"open"  doc:"Models"`
}

// split asks every method that has a highest class.
func (e *Evaluated) split(row int32) Split {
	said := e.says(row)
	s := Split{Top: []string{}, Below: []string{}, Open: []string{}}
	for _, one := range [...]struct {
		model string
		says  checklist.Answer
	}{{inABC, e.leads(row)}, {inSingle, said.Single}, {inPyramid, said.Pyramid}, {inWorth, said.Scorecard},
		{inClimb, top(e.climbed(row))}, {inCard, e.topCard(row)}} {
		switch one.says {
		case checklist.Yes:
			s.Top = append(s.Top, one.model)
		case checklist.No:
			s.Below = append(s.Below, one.model)
		default:
			s.Open = append(s.Open, one.model)
		}
	}
	return s
}

// leads reports whether an account is an ABC.A; open for who has bought nothing.
func (e *Evaluated) leads(row int32) checklist.Answer {
	if e.lines[row] == 0 {
		return checklist.Open
	}
	return checklist.Of(e.abc[row] == pareto.A)
}

// topCard reports whether an account is to hold the highest card.
func (e *Evaluated) topCard(row int32) checklist.Answer {
	card, open := e.Setting.Config.Cards.Of(e.customer(row))
	if open && card < membership.Platinum {
		return checklist.Open
	}
	return checklist.Of(card == membership.Platinum)
}
