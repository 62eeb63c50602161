package portfolio

import (
	"sync"

	"erba/analysis/band"
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

// recall is which quarters the class of this one depends on.
type recall struct {
	begins int32    // the first day of this quarter
	before []string // the quarters before it, the oldest first
}

func (e *Evaluated) recall() (r recall) {
	_, last := quarterOf(e.Ask.AsOf)
	r.begins = last.Month().AddMonths(-2).Ordinal()
	for back := e.Setting.Config.Grade.Slack.Times - 1; back > 0; back-- {
		r.before = append(r.before, nameOf(last.Month().AddMonths(-3*back)))
	}
	return r
}

// nameOf is the name of the quarter of a day.
func nameOf(d kernel.Date) string {
	name, _ := quarterOf(d)
	return name
}

// climbing is what leads to the class of an account over time (method M18): the
// quarters before, whether it has ever bought, and the score of now. The scores
// are written behind those given.
func (e *Evaluated) climbing(row int32, r recall, scores []null.Number) grade.History {
	h := grade.History{Bought: e.first[row] != never, Scores: scores}
	if h.Bought && e.first[row] >= r.begins {
		h.Before = grade.P // it bought for the first time in this quarter
	}
	var kept []Quarter
	if len(e.quarters) > 0 {
		kept = about(e.quarters, (*Quarter).account, e.accounts[row].ID)
	}
	for _, quarter := range r.before {
		score := null.None
		for i := range kept {
			if kept[i].Quarter == quarter {
				score = kept[i].points()
				_ = h.Before.UnmarshalText([]byte(kept[i].Class))
			}
		}
		h.Scores = append(h.Scores, score)
	}
	h.Scores = append(h.Scores, e.climbScore(row))
	return h
}

// climbScore are the points by which an account climbs: those of the scorecard,
// or by its place among the sales of all.
func (e *Evaluated) climbScore(row int32) null.Number {
	if e.Setting.Config.Grade.By == grade.Share {
		return e.bySales.placed(row)
	}
	return e.scoreOf(row)
}

// climbCuts are the points from which on an account is C, B, A.
func (e *Evaluated) climbCuts() band.Set {
	if e.Setting.Config.Grade.By == grade.Share {
		return e.Setting.Config.Grade.Bands
	}
	return e.Setting.Config.Value.Cuts
}

// placed is 100 less the per cent of all that larger accounts bring; 0 for who
// brings nothing.
func (e *Evaluated) placed(row int32) null.Number {
	place := e.ranking.Place(row)
	if place < 0 {
		return 0
	}
	before := int64(0)
	if place > 0 {
		before = e.ranking.Sums[place-1]
	}
	return null.Number(100 - 100*float64(before)/float64(e.ranking.Total)).Steady()
}

// climbed is the class of an account over time. All are found when somebody
// first asks for one.
func (e *Evaluated) climbed(row int32) grade.Class {
	e.climb.Do(func() {
		cuts, r, scores := e.climbCuts(), e.recall(), make([]null.Number, 0, 12)
		e.climb.classes = make([]grade.Class, e.Len())
		for row := range e.climb.classes {
			e.climb.classes[row] = e.Setting.Config.Grade.Next(cuts, e.climbing(int32(row), r, scores[:0]))
		}
	})
	return e.climb.classes[row]
}

// climb is the classes over time, made when somebody first asks for one.
type climb struct {
	sync.Once
	classes []grade.Class
}

// near reports whether an account is close below its next class.
func (e *Evaluated) near(row int32) bool {
	_, _, ok := e.Setting.Config.Grade.Candidate(e.climbCuts(), e.climbed(row), e.climbScore(row))
	return ok
}

func (e *Evaluated) explainClimb(row int32) why.Explanation {
	return e.Setting.Config.Grade.Explain(e.climbCuts(), e.climbing(row, e.recall(), nil))
}

// quarter is what is kept of an account for the quarters to come; false: nothing is known.
func (e *Evaluated) quarter(row int32) (Quarter, bool) {
	score, class := e.climbScore(row), e.climbed(row)
	if !score.Known() || !e.there.Has(row) {
		return Quarter{}, false
	}
	return Quarter{e.accounts[row].ID, nameOf(e.Ask.AsOf), int64(score * million), class.String()}, true
}
