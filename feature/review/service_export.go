package review

import (
	"context"
	"iter"
	"math"

	"erba/analysis/null"
	"erba/kernel"
)

// Exported are the columns of an exported sheet, as text keys.
var Exported = []string{"review.person", "review.month", "review.planned", "review.executed", "review.execution", "review.objectives", "review.met",
	"review.attained", "review.promises", "review.kept", "review.broken", "review.held", "review.asked", "review.in_time", "review.median", "review.contact",
	"review.comment", "review.verdict", "review.signed"}

// Export is a month as rows under Exported.
func (s *Service) Export(ctx context.Context, month kernel.Date) (iter.Seq[[]any], error) {
	sheet, err := s.Sheet(ctx, month)
	return func(yield func([]any) bool) {
		for _, l := range sheet.Lines {
			f := l.Figures
			if !yield([]any{l.Name, l.Month, f.Planned, f.Executed, cell(f.Execution), f.Objectives, f.Met, cell(f.Attained), int64(f.Promises), int64(f.Kept),
				int64(f.Broken), cell(f.Held), int64(f.Asked), cell(f.InTime), cell(f.Median), cell(f.Contact), l.Comment, l.Verdict, l.Signed}) {
				return
			}
		}
	}, err
}

// cell is a figure with four places, or nothing.
func cell(n null.Number) any {
	if !n.Known() {
		return nil
	}
	return kernel.Micro(int64(math.Round(float64(n)*1e4)) * 100)
}

// Population is of how many reviews a month consists.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	all, err := s.users.Users(ctx)
	for _, u := range all {
		if u.Active && s.users.Opens(u.Roles, "review:own") != 0 {
			n++
		}
	}
	return n, err
}
