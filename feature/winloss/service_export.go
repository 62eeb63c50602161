package winloss

import (
	"context"
	"iter"
	"math"

	"erba/analysis/null"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// Header are the columns of the exported review, as text keys.
var Header = []string{"winloss.group", "winloss.deals", "winloss.won", "winloss.lost", "winloss.pending", "winloss.rate", "winloss.low", "winloss.high",
	"winloss.verdict", "winloss.revenue", "winloss.average", "winloss.cycle", "winloss.median", "winloss.cycle_off", "winloss.cycle_all", "winloss.listed",
	"winloss.discount", "winloss.compared"}

// Say says words: those of a key, and which of two languages is spoken.
type Say func(key string) string

// Export is the review as rows under Header.
func (s *Service) Export(ctx context.Context, a Ask, say Say) (iter.Seq[[]any], error) {
	a.Limit = math.MaxInt32
	r, err := s.Review(ctx, a)
	if err != nil {
		return nil, err
	}
	rows := func(yield func([]any) bool) {
		for i := range r.Groups {
			if !yield(r.Groups[i].cells(say)) {
				return
			}
		}
	}
	return rows, s.took(ctx, "winloss.exported", len(r.Groups))
}

// Groups says of how many an export is a part: of the groups of the whole company
// where they are accounts; else it holds sums, which are no list of what they sum.
func (s *Service) Groups(a Ask) func(context.Context) (int64, error) {
	a.At, a.Limit = 0, math.MaxInt32
	return func(ctx context.Context) (int64, error) {
		r, err := s.Review(identity.With(ctx, identity.System()), a)
		if a.By != ByAccount {
			return int64(r.Total.Deals), err
		}
		return int64(len(r.Groups)), err
	}
}

// Population is how many lessons there are in the whole company.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	return n, s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = learntAtAll(tx)
		return err
	})
}

func (s *Service) took(ctx context.Context, what string, rows int) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		return audit.Seen(tx, what, "opportunity", kernel.ID{}, map[string]any{"rows": rows})
	})
}

func (g *Group) cells(say Say) []any {
	share := func(n null.Number) any { return rounded(n, 4) }
	days := func(n null.Number) any { return rounded(n, 2) }
	var average any
	if g.Average.Known() {
		average = export.Amount(int64(math.Round(float64(g.Average))))
	}
	return []any{g.called(say), g.Deals, g.Won, g.Lost, g.Pending, share(g.Rate.Mean), share(g.Rate.Low), share(g.Rate.High), say("winloss." + g.Verdict),
		export.Amount(g.Revenue), average, days(g.Cycle), days(g.Median), days(g.CycleOff), days(g.CycleAll), export.Amount(g.Listed),
		share(g.Discount), g.Compared}
}

// rounded is a figure with some places; an empty cell for none.
func rounded(n null.Number, places int) any {
	if !n.Known() {
		return nil
	}
	return kernel.Micro(int64(math.Round(to(float64(n), places) * 1e6)))
}

// called is the name of a group in the language that is spoken.
func (g *Group) called(say Say) string {
	switch {
	case g.Label != "":
		return say(g.Label)
	case g.Words.Zh != "" && say("winloss.language") == "zh":
		return g.Words.Zh
	case g.Words.En != "":
		return g.Words.En
	}
	return g.Name
}

// LessonHeader are the columns of exported lessons, as text keys.
var LessonHeader = []string{"winloss.code", "winloss.deal", "winloss.account", "winloss.person", "winloss.product", "winloss.ending", "winloss.reason",
	"winloss.outcome", "winloss.lesson", "winloss.winner", "winloss.closed"}

// ExportLessons are the lessons as rows under LessonHeader.
func (s *Service) ExportLessons(ctx context.Context, a Learnt, say Say) (iter.Seq[[]any], error) {
	a.Limit = math.MaxInt32
	var all []Lesson
	if err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		all, err = lessons(tx, a)
		return err
	}); err != nil {
		return nil, err
	}
	rows := func(yield func([]any) bool) {
		for _, l := range all {
			var reason any
			if l.Reason != "" {
				key := "opportunity.reason_" + l.Reason
				reason = say(key)
			}
			if !yield([]any{l.Code, l.Name, l.Account, l.Owner, l.Product, say("winloss." + l.State), reason, l.Outcome, l.Lesson, l.Winner, l.Closed}) {
				return
			}
		}
	}
	return rows, s.took(ctx, "winloss.lessons_exported", len(all))
}

// to rounds to some places.
func to(n float64, places int) float64 {
	scale := math.Pow10(places)
	return math.Round(n*scale) / scale
}
