package risk

import (
	"math"
	"slices"
	"strings"

	"erba/analysis/null"
	"erba/analysis/risk"
	"erba/kernel"
)

// The states of a signal.
const (
	Proposed = "proposed"
	Accepted = "accepted"
	Declined = "declined"
	Lapsed   = "lapsed" // what was noticed is not so any more
)

// Signal is what was noticed of an account without anybody.
type Signal struct {
	ID          kernel.ID   `json:"id"          db:"id"`
	Account     kernel.ID   `json:"account"     db:"account_id" row:"account"`
	Kind        string      `json:"kind"        db:"kind"`
	Cause       string      `json:"cause"       db:"cause" enum:"I1,I2,I3,I4,I5,E1,E2,E3,E4"`
	Probability int         `json:"probability" db:"probability" doc:"That is proposed"`
	Value       Milli       `json:"value"       db:"value"`
	Cut         Milli       `json:"cut"         db:"cut"`
	Raised      kernel.Date `json:"raised"      db:"raised_on"`
	State       string      `json:"state"       db:"state" enum:"proposed,accepted,declined,lapsed"`
	Reason      string      `json:"reason"      db:"reason" doc:"Why it was declined"`
	ByID        kernel.ID   `json:"-"           db:"by_id"`
	By          string      `json:"by"          db:"by_name"`
	Decided     kernel.Date `json:"decided"     db:"decided_on"`
	Version     int64       `json:"version"     db:"version"`
}

// Revision is the version that a decision must name.
func (s Signal) Revision() int64 { return s.Version }

// decline says why a signal is no risk.
func (s *Signal) decline(reason string) error {
	if s.Reason = strings.TrimSpace(reason); !words(s.Reason) {
		return kernel.Invalid("risk.no_reason", "min", shortest, "max", longest).In("reason")
	}
	s.State = Declined
	return nil
}

// Milli is a number in thousandths, as it is kept.
type Milli int64

// MarshalJSON writes it as the number that it is.
func (m Milli) MarshalJSON() ([]byte, error) { return null.Of(float64(m) / 1000).MarshalJSON() }

func milli(n float64) Milli { return Milli(math.Round(n * 1000)) }

// Look is how a signal was when it last looked.
type Look struct {
	Account kernel.ID   `json:"-"     db:"account_id"`
	Kind    string      `json:"kind"  db:"kind"`
	State   string      `json:"state" db:"state" enum:"fired,calm,unknown"`
	Value   *Milli      `json:"value" db:"value" doc:"null: not known, or never"`
	Cut     Milli       `json:"cut"   db:"cut"`
	Looked  kernel.Date `json:"-"     db:"looked_on"`
}

// looked is a look as it is kept.
func looked(account kernel.ID, l risk.Look, today kernel.Date) Look {
	k := Look{Account: account, Kind: l.Kind, State: l.State, Cut: milli(l.Cut), Looked: today}
	if l.Value.Known() && l.Value < risk.Never {
		k.Value = new(milli(float64(l.Value)))
	}
	return k
}

// same reports whether a look sees what another one saw.
func (l Look) same(other Look) bool {
	known := l.Value != nil && other.Value != nil
	return l.State == other.State && l.Cut == other.Cut && (known && *l.Value == *other.Value || l.Value == nil && other.Value == nil)
}

// order puts looks in that of the method.
func order(all []Look) {
	place := map[string]int{}
	cfg := risk.Default()
	for i, l := range cfg.Looks(risk.Unknown()) {
		place[l.Kind] = i
	}
	slices.SortStableFunc(all, func(a, b Look) int { return place[a.Kind] - place[b.Kind] })
}

// news are the kinds that tell of something that has happened on a day.
var news = []string{risk.KeyLeft, risk.Handed, risk.Cell}

// next is what becomes of what a signal sees now, after what it proposed last: the
// signal to be written, and whether there is anything to write. What somebody has
// declined stays quiet for a while, what happened before he did for good; and what
// has been judged as likely already is nothing to propose.
func next(l risk.Look, last *Signal, judged int, cfg *risk.Config, today kernel.Date) (s Signal, write bool) {
	waits := last != nil && last.State == Proposed
	if l.State != risk.Fired || judged >= l.Probability {
		if !waits {
			return s, false
		}
		s = *last
		s.State, s.Decided = Lapsed, today
		return s, true
	}
	value := milli(float64(l.Value))
	if waits {
		s = *last
		s.Value, s.Cut, s.Probability = value, milli(l.Cut), l.Probability
		return s, s.Probability != last.Probability || !slices.Contains(news, l.Kind) && s.Value != last.Value
	}
	if last != nil && last.State != Lapsed {
		happened := today
		if slices.Contains(news, l.Kind) {
			happened = today.Add(-int(l.Value))
		}
		if slices.Contains(news, l.Kind) && happened.Compare(last.Decided) <= 0 || !slices.Contains(news, l.Kind) && today.Days(last.Decided) < cfg.Quiet {
			return s, false
		}
	}
	return Signal{Kind: l.Kind, Cause: l.Cause, Probability: l.Probability, Value: value, Cut: milli(l.Cut), Raised: today, State: Proposed}, true
}
