package risk

import (
	"context"
	"iter"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// Exported are the columns of an exported register, as text keys.
var Exported = []string{"risk.code", "risk.account", "risk.level", "risk.cause", "risk.probability", "risk.impact", "risk.score", "risk.evidence",
	"risk.counter", "risk.owner", "risk.due", "risk.by", "risk.on"}

// Export is the register as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	b, err := s.read(ctx)
	if err != nil {
		return nil, err
	}
	names, err := s.names(ctx)
	return func(yield func([]any) bool) {
		for _, r := range b.rows() {
			if !w.takes(&r) {
				continue
			}
			for _, one := range r.Causes {
				level, cause := "risk.level_"+one.Level, "risk.cause_"+one.Cause
				if !yield([]any{r.Code, r.Name, say(level), say(cause), int64(one.Probability), int64(one.Impact), int64(one.Score), one.Evidence,
					one.Counter, names[one.Owner], one.Due, one.By, one.On}) {
					return
				}
			}
		}
	}, err
}

// Broken are the columns of the exported board of recovery, as text keys.
var Broken = []string{"risk.code", "risk.account", "risk.cause", "risk.opened", "risk.stage_before", "risk.description", "risk.recovery", "risk.owner", "risk.due",
	"risk.closed", "risk.result", "risk.closing", "risk.offers", "risk.spent"}

// ExportRecovery is the board of recovery as rows under Broken.
func (s *Service) ExportRecovery(ctx context.Context, say func(key string) string) (iter.Seq[[]any], error) {
	r, err := s.Recovery(ctx)
	if err != nil {
		return nil, err
	}
	names, err := s.names(ctx)
	return func(yield func([]any) bool) {
		for _, c := range r.Rows {
			result, cause := "risk.result_"+c.Result, "risk.cause_"+c.Cause
			if c.Result == "" {
				result = "risk.result_pending"
			}
			if !yield([]any{c.Code, c.Name, say(cause), c.Opened, stage(c.Stage), c.Description, c.Recovery, names[c.Owner], c.Due,
				c.Closed, say(result), c.Closing, int64(len(c.Offers)), export.Amount(c.Spent)}) {
				return
			}
		}
	}, err
}

// stage is one that is known.
func stage(n int) any {
	if n == 0 {
		return nil
	}
	return int64(n)
}

// names are those of everybody who works here or did.
func (s *Service) names(ctx context.Context) (map[kernel.ID]string, error) {
	all, err := s.users.Users(ctx)
	names := map[kernel.ID]string{}
	for _, u := range all {
		names[u.ID] = u.Name
	}
	return names, err
}

// Population is how many judgements there are, of which an export is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	return n, s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = countRisks(tx)
		return err
	})
}

// Breaks is how many interruptions there have been, of which an export is a part.
func (s *Service) Breaks(ctx context.Context) (n int64, err error) {
	return n, s.db.Read(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = countInterruptions(tx)
		return err
	})
}
