package commitment

import (
	"context"
	"strings"

	"erba/analysis/routine"
	"erba/feature/account"
	"erba/feature/notice"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// Service keeps promises, and reminds of them.
type Service struct {
	db       *db.DB
	events   *event.Bus
	accounts *account.Service
	notices  *notice.Service
	today    func() kernel.Date
}

// NewService returns the service of promises.
func NewService(d *db.DB, events *event.Bus, accounts *account.Service, notices *notice.Service) *Service {
	s := &Service{db: d, events: events, accounts: accounts, notices: notices, today: kernel.Today}
	account.Keep(events, belongings)
	notices.Kind(notice.Kind{Key: soon, Name: "commitment.kind_soon", Mail: true, Grant: "commitment:read"})
	notices.Kind(notice.Kind{Key: late, Name: "commitment.kind_late", Mail: true, Grant: "commitment:read"})
	return s
}

// belongings are the promises of an account: they go with it.
var belongings = account.Kept[kernel.ID]{Table: "commitments", Columns: "k.id", Reason: "commitment.was_promised", Bring: bring}

func bring(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE commitments SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("commitments.account_id"))
	return err
}

// Add writes a promise down, in the caller's transaction. Nobody of us named: the
// viewer answers for it; no day on which it was made: today. One of an earlier day may
// be late already, which is told at once.
func (s *Service) Add(tx *db.Tx, c Commitment) (kernel.ID, error) {
	if err := s.accounts.Require(tx, c.Account); err != nil {
		return c.ID, err
	}
	c.ID, c.Author, c.State, c.Reason, c.Version = kernel.NewID(), user(tx.Context()), Pending, "", 1
	if today := s.today(); c.Made.IsZero() || c.Made.Compare(today) > 0 {
		c.Made = today
	}
	if c.First = c.Due; c.User.IsZero() {
		c.User = c.Author
	}
	if err := s.check(tx, &c); err != nil {
		return c.ID, err
	}
	if err := add(tx, c); err != nil {
		return c.ID, err
	}
	if c.Late(s.today()) {
		if err := s.tell(tx, c); err != nil {
			return c.ID, err
		}
	}
	return c.ID, audit.Changed(tx, "commitment.made", "commitment", c.ID, nil, c)
}

// check tidies a promise and refuses one that is none, or names a stranger.
func (s *Service) check(tx *db.Tx, c *Commitment) error {
	c.Text = strings.TrimSpace(c.Text)
	if err := c.Check(); err != nil {
		return err
	}
	if !c.Contact.IsZero() {
		if n, err := at(tx, c.Account, c.Contact); err != nil || n == 0 {
			return either(err, kernel.Invalid("commitment.stranger").In("contact"))
		}
	}
	n, err := works(tx, c.User)
	if err != nil || n == 0 {
		return either(err, kernel.Invalid("commitment.nobody").In("user"))
	}
	return nil
}

// Promise is Add on its own.
func (s *Service) Promise(ctx context.Context, c Commitment) (Commitment, error) {
	err := s.db.Write(ctx, func(tx *db.Tx) (err error) {
		if c.ID, err = s.Add(tx, c); err != nil {
			return err
		}
		c, err = find(tx, c.ID)
		return err
	})
	return c, err
}

// Amend says a pending promise in other words, or to and by other people, over the
// version that was read. Its day is put off by Extend.
func (s *Service) Amend(ctx context.Context, next Commitment) (Commitment, error) {
	return s.write(ctx, next.ID, next.Version, "commitment.changed", func(tx *db.Tx, c *Commitment) error {
		if c.State != Pending {
			return kernel.Refused("commitment.ended")
		}
		c.Text, c.Contact, c.User = next.Text, next.Contact, next.User
		return s.check(tx, c)
	})
}

// Extend puts a promise off, with a reason that stays.
func (s *Service) Extend(ctx context.Context, id kernel.ID, version int64, due kernel.Date, reason string) (Commitment, error) {
	return s.write(ctx, id, version, "commitment.extended", func(tx *db.Tx, c *Commitment) error {
		was := c.Due
		if err := c.extend(due, reason); err != nil {
			return err
		}
		return addExtension(tx, Extension{ID: kernel.NewID(), Commitment: id, Was: was, Becomes: due, Reason: strings.TrimSpace(reason),
			By: user(tx.Context()), Made: s.today()})
	})
}

// End says whether a promise was kept; of one that was not, whoever it concerns is told.
func (s *Service) End(ctx context.Context, id kernel.ID, version int64, state, reason string) (Commitment, error) {
	verb := "commitment.kept"
	if state == Broke {
		verb = "commitment.broken"
	}
	return s.write(ctx, id, version, verb, func(tx *db.Tx, c *Commitment) error {
		if err := c.end(state, reason, s.today()); err != nil || state == Kept {
			return err
		}
		return event.Emit(s.events, tx, Broken{*c})
	})
}

// Reopen takes back what was said to have become of a promise.
func (s *Service) Reopen(ctx context.Context, id kernel.ID, version int64) (Commitment, error) {
	return s.write(ctx, id, version, "commitment.reopened", func(_ *db.Tx, c *Commitment) error {
		if c.State == Pending {
			return kernel.Refused("commitment.pending_already")
		}
		c.State, c.Reason, c.Ended = Pending, "", kernel.Date{}
		return nil
	})
}

// Drop forgets a promise that nobody made: by who wrote it down, on that day.
func (s *Service) Drop(ctx context.Context, id kernel.ID, version int64) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		c, err := find(tx, id)
		if err != nil {
			return err
		}
		if c.Author != user(ctx) || c.Made != s.today() || c.State != Pending {
			return kernel.Refused("commitment.stays")
		}
		before := c
		c.Version = version
		if err := drop(tx, c); err != nil {
			return err
		}
		return audit.Changed(tx, "commitment.dropped", "commitment", id, before, nil)
	})
}

// write changes the version of a promise that somebody has read.
func (s *Service) write(ctx context.Context, id kernel.ID, version int64, verb string, change func(*db.Tx, *Commitment) error) (c Commitment, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		if c, err = find(tx, id); err != nil {
			return err
		}
		before := c
		if c.Version != version {
			return kernel.Stale("db.stale")
		}
		if err := change(tx, &c); err != nil {
			return err
		}
		if err := replace(tx, c); err != nil {
			return err
		}
		c.Version++
		return audit.Changed(tx, verb, "commitment", id, before, c)
	})
	return c, err
}

// Pending are the promises of an account that wait to be kept, the next due first.
func (s *Service) Pending(tx *db.Tx, account kernel.ID) ([]Commitment, error) {
	return pending(tx, account)
}

// counted is for how many days a broken promise of ours counts as a risk.
const counted = 90

// Overdue counts the promises of ours whose day has passed or that were broken in
// the last ninety days, by account; of none in particular, of all in sight.
func (s *Service) Overdue(tx *db.Tx, accounts ...kernel.ID) (map[kernel.ID]int, error) {
	found := map[kernel.ID]int{}
	return found, overdue(tx, accounts, s.today(), s.today().Add(-counted), func(id kernel.ID, n int) { found[id] = n })
}

// Records are how the promises of a side were kept whose day was within some days,
// by who of us answers for them.
func (s *Service) Records(tx *db.Tx, by string, from, until kernel.Date) (map[kernel.ID]Record, error) {
	all, err := records(tx, by, from, until, s.today())
	found := make(map[kernel.ID]Record, len(all))
	for _, r := range all {
		found[r.User] = r.Record
	}
	return found, err
}

// Share is which part of the visits of some days ended with a promise of the
// customer's; of a user, or of all in sight.
func (s *Service) Share(tx *db.Tx, from, until kernel.Date, user kernel.ID) (Share, error) {
	n, err := promised(tx, from, until, user)
	if err == nil && n.Visits > 0 {
		n.Share = new(float64(n.Promised) / float64(n.Visits))
	}
	return n, err
}

func sunday(today kernel.Date) kernel.Date { return routine.Monday(today).Add(6) }

func user(ctx context.Context) kernel.ID {
	viewer, _ := identity.From(ctx)
	return viewer.ID
}

// either is the error, or else what is refused.
func either(err error, refusal *kernel.Fault) error {
	if err != nil {
		return err
	}
	return refusal
}
