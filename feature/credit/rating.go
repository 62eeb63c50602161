package credit

import (
	"slices"
	"strings"

	"erba/analysis/null"
	"erba/analysis/solvency"
	"erba/kernel"
)

// The parts of the file on a customer: three that are scored, two that stop.
const (
	Finance    = "finance"
	Reputation = "reputation"
	Other      = "other"
	Insolvent  = "insolvent"
	Dishonest  = "dishonest"
)

// Parts are all of them, in the order of the file.
var Parts = []string{Finance, Reputation, Other, Insolvent, Dishonest}

// stops reports whether a part is one of those that no score makes good.
func stops(part string) bool { return part == Insolvent || part == Dishonest }

// Judgement is what somebody has said of one part, and what shows it.
type Judgement struct {
	ID       kernel.ID   `json:"id"          db:"id"`
	Account  kernel.ID   `json:"account"     db:"account_id" row:"account"`
	Part     string      `json:"part"        db:"part"      enum:"finance,reputation,other,insolvent,dishonest"`
	Value    int64       `json:"value"       db:"value"     doc:"0-100; of a hard stop 1 or 0"`
	Source   string      `json:"source"      db:"source"    doc:"Where it comes from: statement, register, court, visit …"`
	Document string      `json:"document"    db:"document"  doc:"The document: name, number, where it lies"`
	Evidence string      `json:"evidence"    db:"evidence"  doc:"What it says"`
	On       kernel.Date `json:"on"          db:"judged_on"`
	StaleOn  kernel.Date `json:"stale_on"    db:"stale_on"  doc:"From this day on it counts as stale"`
	By       kernel.ID   `json:"by,omitzero" db:"by_id"`
}

const longestSource = 120

// Check reports the first rule that a judgement breaks.
func (j *Judgement) Check() error {
	j.Source, j.Document, j.Evidence = strings.TrimSpace(j.Source), strings.TrimSpace(j.Document), strings.TrimSpace(j.Evidence)
	most := int64(100)
	if stops(j.Part) {
		most = 1
	}
	switch {
	case !slices.Contains(Parts, j.Part):
		return kernel.Invalid("credit.bad_part").In("part")
	case j.Value < 0 || j.Value > most:
		return kernel.Invalid("credit.bad_value", "max", most).In("value")
	case j.Source == "" || len([]rune(j.Source)) > longestSource || len([]rune(j.Document)) > longestSource:
		return kernel.Invalid("credit.bad_source", "max", longestSource).In("source")
	case len([]rune(j.Evidence)) < 2 || len([]rune(j.Evidence)) > longestText:
		return kernel.Invalid("credit.bad_evidence", "max", longestText).In("evidence")
	}
	return nil
}

// latest is what counts of the file: the last word on each part.
func latest(all []Judgement) map[string]Judgement {
	found := map[string]Judgement{}
	for _, j := range all {
		if was, known := found[j.Part]; !known || was.ID.Compare(j.ID) < 0 {
			found[j.Part] = j
		}
	}
	return found
}

// scored is the file as the method reads it; what nobody has judged is unknown.
func scored(file map[string]Judgement) solvency.Scores {
	of := func(part string) null.Number {
		if j, known := file[part]; known {
			return null.Of(j.Value)
		}
		return null.None
	}
	return solvency.Scores{Finance: of(Finance), Reputation: of(Reputation), Other: of(Other), Payment: null.None,
		Insolvent: file[Insolvent].Value == 1, Dishonest: file[Dishonest].Value == 1}
}

// Grade is a grade as it was given. Scores and days are null where nobody knows them.
type Grade struct {
	ID         kernel.ID       `json:"id"          db:"id"`
	Account    kernel.ID       `json:"account"     db:"account_id" row:"account"`
	Grade      solvency.Grade  `json:"grade"       db:"grade"      enum:",AAA,AA,A,B,C" doc:"Empty: something is missing"`
	Rule       string          `json:"rule"        db:"rule"       doc:"Text key of the rule that gave it"`
	Score      *kernel.Decimal `json:"score"       db:"score"`
	Finance    *kernel.Decimal `json:"finance"     db:"finance"`
	Reputation *kernel.Decimal `json:"reputation"  db:"reputation"`
	Payment    *kernel.Decimal `json:"payment"     db:"payment"    doc:"Index of the payment record"`
	Other      *kernel.Decimal `json:"other"       db:"other"`
	DaysLate   *kernel.Decimal `json:"days_late"   db:"days_late"  doc:"Mean of the invoices that were due in the last twelve months"`
	Claims     int             `json:"claims"      db:"claims"     doc:"So many they are"`
	Worst      int             `json:"worst"       db:"worst"      doc:"Days that the oldest open invoice was overdue"`
	Given      kernel.Date     `json:"given"       db:"given_on"`
	Review     kernel.Date     `json:"review"      db:"review_on"`
	By         kernel.ID       `json:"by,omitzero" db:"by_id"`
}

// put writes down what the method says.
func (g *Grade) put(s solvency.Scores, r solvency.Rated) {
	g.Grade, g.Rule, g.Worst = r.Grade, r.Rule, s.Worst
	g.Score, g.Finance, g.Reputation, g.Payment, g.Other = decimal(r.Score), decimal(s.Finance), decimal(s.Reputation), decimal(s.Payment), decimal(s.Other)
}

// scores is what gave a grade, for its explanation.
func (g *Grade) scores(rule string) solvency.Scores {
	return solvency.Scores{Finance: number(g.Finance), Reputation: number(g.Reputation), Payment: number(g.Payment), Other: number(g.Other), Worst: g.Worst,
		Insolvent: rule == "solvency.rule_insolvent", Dishonest: rule == "solvency.rule_dishonest"}
}

func decimal(n null.Number) *kernel.Decimal {
	if !n.Known() {
		return nil
	}
	return new(kernel.Micro(int64(float64(n)*1e6 + 0.5)))
}

func number(d *kernel.Decimal) null.Number {
	if d == nil {
		return null.None
	}
	return null.Of(d.Float())
}
