package lead

import (
	"context"
	"iter"
	"math"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// What has become of the deal of a lead.
const (
	opportunityWon  = "won"
	opportunityLost = "lost"
)

// Exported are the columns of exported leads, as text keys.
var Exported = []string{"lead.company", "lead.city", "lead.industry", "lead.source", "lead.state", "lead.score", "lead.priority", "lead.amount", "lead.percent",
	"lead.next", "lead.reason", "lead.ours"}

// Export are the leads in sight as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, say func(key string) string) (iter.Seq[[]any], error) {
	all, err := s.List(ctx)
	return func(yield func([]any) bool) {
		for _, r := range all {
			var amount, percent, priority any
			if r.Amount != nil {
				amount = export.Amount(*r.Amount)
			}
			if r.Percent != nil {
				percent = *r.Percent
			}
			if r.Priority.Known() {
				priority = kernel.Micro(int64(math.Round(float64(r.Priority) * 1e6)))
			}
			if !yield([]any{r.Name, r.City, r.Industry, say(r.sourceKey()), say(r.stateKey()), r.Score, priority, amount, percent, r.Next, r.Reason, r.Ours}) {
				return
			}
		}
	}, err
}

// Population is of how many leads a list is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = db.Find[int64](tx, `SELECT count(*) FROM leads l WHERE ?`, tx.Visible("l.id"))
		return err
	})
	return n, err
}
