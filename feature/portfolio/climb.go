package portfolio

import (
	"erba/analysis/grade"
	"erba/analysis/null"
	"erba/analysis/why"
	"erba/kernel"
)

// Quarter is the score and the class that an account had at the end of a
// quarter, or has in the one that runs.
type Quarter struct {
	Account kernel.ID `db:"account_id"`
	Quarter string    `db:"quarter"` // such as 2026Q2
	Score   int64     `db:"score"`   // in millionths of a point
	Class   string    `db:"class"`
}

func (q *Quarter) account() kernel.ID { return q.Account }

// points is the score of a quarter.
func (q *Quarter) points() null.Number { return null.Of(q.Score) / million }

const million = 1_000_000

// climbing is what leads to the class of an account over time (method M18): the
// quarters before, whether it has ever bought, and the score of now.
func (e *Evaluated) climbing(row int32) grade.History {
	h := grade.History{Bought: e.first[row] != never}
	now, last := quarterOf(e.Ask.AsOf)
	if h.Bought && nameOf(kernel.FromOrdinal(e.first[row])) == now {
		h.Before = grade.P // it bought for the first time in this quarter
	}
	kept := about(e.quarters, (*Quarter).account, e.accounts[row].ID)
	for back := e.Setting.Config.Grade.Slack.Times - 1; back > 0; back-- {
		score, quarter := null.None, nameOf(last.AddMonths(-3*back))
		for i := range kept {
			if kept[i].Quarter == quarter {
				score = kept[i].points()
				_ = h.Before.UnmarshalText([]byte(kept[i].Class))
			}
		}
		h.Scores = append(h.Scores, score)
	}
	h.Scores = append(h.Scores, e.scoreOf(row))
	return h
}

// nameOf is the name of the quarter of a day.
func nameOf(d kernel.Date) string {
	name, _ := quarterOf(d)
	return name
}

// climbed is the class of an account over time.
func (e *Evaluated) climbed(row int32) grade.Class {
	return e.Setting.Config.Grade.Next(e.Setting.Config.Value.Cuts, e.climbing(row))
}

// near reports whether an account is close below its next class.
func (e *Evaluated) near(row int32) bool {
	_, _, ok := e.Setting.Config.Grade.Candidate(e.Setting.Config.Value.Cuts, e.climbed(row), e.scoreOf(row))
	return ok
}

func (e *Evaluated) explainClimb(row int32) why.Explanation {
	return e.Setting.Config.Grade.Explain(e.Setting.Config.Value.Cuts, e.climbing(row))
}

// quarter is what is kept of an account for the quarters to come; false: nothing is known.
func (e *Evaluated) quarter(row int32) (Quarter, bool) {
	score, class := e.scoreOf(row), e.climbed(row)
	if !score.Known() || !e.there.Has(row) {
		return Quarter{}, false
	}
	return Quarter{e.accounts[row].ID, nameOf(e.Ask.AsOf), int64(score * million), class.String()}, true
}
