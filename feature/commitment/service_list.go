package commitment

import (
	"cmp"
	"context"
	"iter"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// season is over how many days the share of visits with a promise is taken.
const season = 90

// List is a page of promises with how many are late, due this week, and later.
func (s *Service) List(ctx context.Context, w Which) (b Inbox, err error) {
	w.viewer, w.State = user(ctx), cmp.Or(w.State, Pending)
	b.Today = s.today()
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if !w.Account.IsZero() {
			if err := s.accounts.Require(tx, w.Account); err != nil {
				return err
			}
		}
		if b.Late, b.Week, b.Later, err = grouped(tx, w, b.Today, sunday(b.Today)); err != nil {
			return err
		}
		of := kernel.ID{}
		if w.Whose == Mine {
			of = w.viewer
		}
		if b.Share, err = s.Share(tx, b.Today.Add(-season), b.Today, of); err != nil {
			return err
		}
		b.Rows, b.Next, err = s.page(tx, w)
		return err
	})
	return b, err
}

// page is a page of promises, placed.
func (s *Service) page(tx *db.Tx, w Which) (rows []Row, next kernel.ID, err error) {
	limit := w.Limit
	w.Limit++
	if rows, err = list(tx, w); err != nil {
		return nil, next, err
	}
	if len(rows) > limit {
		rows, next = rows[:limit], rows[limit-1].ID
	}
	at, ids := map[kernel.ID]*Row{}, make([]kernel.ID, len(rows))
	for i := range rows {
		rows[i].place(s.today())
		at[rows[i].ID], ids[i] = &rows[i], rows[i].ID
	}
	may, err := inSight(identity.As(tx, "commitment:write"), ids)
	for _, id := range may {
		at[id].May = true
	}
	return rows, next, err
}

// Course is a promise with how it was put off.
type Course struct {
	Commitment Commitment  `json:"commitment"`
	Extensions []Extension `json:"extensions"`
}

// Course is how one promise went.
func (s *Service) Course(ctx context.Context, id kernel.ID) (c Course, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		if c.Commitment, err = find(tx, id); err != nil {
			return err
		}
		c.Extensions, err = extensions(tx, id)
		return err
	})
	return c, err
}

// Revision is the version of the promise.
func (c Course) Revision() int64 { return c.Commitment.Version }

// Exported are the columns of an exported list, as text keys.
var Exported = []string{"commitment.code", "commitment.name", "commitment.by", "commitment.text", "commitment.due", "commitment.first",
	"commitment.state", "commitment.reason", "commitment.whom", "commitment.ours", "commitment.moves", "commitment.made", "commitment.ended"}

// atOnce is how many promises are read at a time while a list leaves.
const atOnce = 500

// Export is a list of promises as rows under Exported, in words that say() says.
func (s *Service) Export(ctx context.Context, w Which, say func(key string) string) (iter.Seq[[]any], error) {
	w.viewer, w.State = user(ctx), cmp.Or(w.State, All)
	var all []Row
	err := s.db.Snapshot(ctx, func(tx *db.Tx) error {
		for w.Limit = atOnce; ; {
			rows, next, err := s.page(tx, w)
			if all = append(all, rows...); err != nil || next.IsZero() {
				return err
			}
			w.After = next
		}
	})
	return func(yield func([]any) bool) {
		for _, r := range all {
			if !yield([]any{r.Code, r.Name, say(r.byKey()), r.Text, r.Due, r.First, say(r.stateKey()), r.Reason,
				r.Whom, r.Ours, int64(r.Moves), r.Made, r.Ended}) {
				return
			}
		}
	}, err
}

// Population is of how many promises a list is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = countAll(tx)
		return err
	})
	return n, err
}
