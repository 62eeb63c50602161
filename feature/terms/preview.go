package terms

import (
	"erba/analysis/terms"
	"erba/kernel"
)

// Preview is what terms mean for a document of a day.
type Preview struct {
	On    kernel.Date        `json:"on"`
	Parts []terms.Instalment `json:"parts"  doc:"With its day each, days off considered"`
	Modes []Reading          `json:"modes"  doc:"What the same days would mean by each reading, days off not considered"`
}

// Reading is when a document would be due by one reading of the days.
type Reading struct {
	Mode terms.Mode  `json:"mode" enum:"INV_DAYS,EOM_DAYS,EOM_MONTHS,NEXT_FIRST_DAYS,INV_MONTHS"`
	Due  kernel.Date `json:"due"`
}

// preview works terms out for a document.
func (b *Book) preview(t terms.Terms, amount int64, on kernel.Date) Preview {
	p := Preview{On: on, Parts: t.Of(amount, on, b.Working), Modes: []Reading{}}
	for _, mode := range terms.Modes {
		rule := t.Rule
		rule.Mode = mode
		p.Modes = append(p.Modes, Reading{mode, rule.Due(on)})
	}
	return p
}
