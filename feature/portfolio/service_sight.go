package portfolio

import (
	"context"
	"fmt"
	"sync"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// view is what the viewer of ctx gets of an answer.
func (s *Service) view(ctx context.Context, a Ask, f Filter) (*View, error) {
	e, err := s.evaluated(ctx, a)
	if err != nil {
		return nil, err
	}
	return s.viewed(ctx, e, f)
}

// viewed is an evaluation as the viewer of ctx gets it.
func (s *Service) viewed(ctx context.Context, e *Evaluated, f Filter) (*View, error) {
	return s.toldOf(ctx, e, f, wanted[e.Ask.Measure])
}

// toldOf are the accounts in sight of which the viewer may read what a grant opens:
// who may read much and take along little takes along little.
func (s *Service) toldOf(ctx context.Context, e *Evaluated, f Filter, grant string) (*View, error) {
	seen, err := s.sight(ctx, e.Columns)
	if err != nil {
		return nil, err
	}
	told, err := s.told(ctx, grant, e.Columns, s.sight)
	if err != nil {
		return nil, err
	}
	those, err := s.within(ctx, e, f)
	if err != nil {
		return nil, err
	}
	return e.view(f, seen.mask.and(told), those), nil
}

// within is the mask of the accounts of a segment on the day of a question, nil
// if none is asked for.
func (s *Service) within(ctx context.Context, e *Evaluated, f Filter) (Mask, error) {
	members, err := s.accounts.Segmented(ctx, account.Segment{ID: f.Segment, Band: f.Band, AsOf: e.Ask.AsOf})
	if err != nil || members == nil {
		return nil, err
	}
	return e.those(members), nil
}

// revenue is the grant to read what accounts bring.
const revenue = "revenue:read"

// wanted is what must be granted to be told an answer by a measure.
var wanted = map[Measure]string{"": revenue, Sales: revenue, Gross: "margin:read"}

// told is the mask of the accounts of which the viewer may read something, nil
// if that goes for all those that he sees.
func (s *Service) told(ctx context.Context, grant string, c *Columns, look looking) (Mask, error) {
	if viewer, ok := identity.From(ctx); ok && viewer.Reaches(grant) {
		return nil, nil
	}
	seen, err := look(identity.Under(ctx, grant), c)
	return seen.mask, err
}

// looking finds what the viewer of ctx sees of some columns: sight or lately.
type looking func(ctx context.Context, c *Columns) (sight, error)

// sight is the rows that a viewer sees of some columns, and until when we need not ask again.
type sight struct {
	columns *Columns
	changed int64 // when an account last changed, before we looked
	until   time.Time
	mask    Mask // nil is all
	strange bool // he sees an account that the columns do not know
}

// holds reports whether the rows are all that he sees now, in their order of now.
func (s sight) holds(c *Columns) bool { return s.changed == c.Changed && !s.strange }

// lookout keeps the sight of one row filter; one looks, the others wait for him.
type lookout struct {
	sync.Mutex
	sight
}

const (
	seen = 2 * time.Second // so long a sight holds if no account changes: a change of who reports to whom is noticed that late
	most = 1000            // so many row filters are remembered before we begin anew
)

// seesAll reports whether no account is hidden from the viewer.
func seesAll(ctx context.Context) bool {
	viewer, ok := identity.From(ctx)
	return ok && viewer.SeesAll()
}

// sight has no mask for who sees every account. Who works on an account is part
// of it, so that any such change makes a new sight at once.
func (s *Service) sight(ctx context.Context, c *Columns) (sight, error) {
	viewer, ok := identity.From(ctx)
	if !ok {
		return sight{}, kernel.Denied("web.signed_out")
	}
	if viewer.SeesAll() {
		return sight{}, nil
	}
	changed, err := s.changed(ctx)
	if err != nil {
		return sight{}, err
	}
	out := s.lookout(viewer)
	out.Lock()
	defer out.Unlock()
	if out.good(c) && out.changed == changed {
		return out.sight, nil
	}
	next, err := s.look(ctx, c)
	if err == nil {
		next.changed, next.until = changed, time.Now().Add(seen)
		out.sight = next
	}
	return next, err
}

// lately is a sight of now or of a moment ago: for rows that are read under the
// row filter afterwards, and fields that are asked about once more at the edge,
// so that what was lost meanwhile does not show.
func (s *Service) lately(ctx context.Context, c *Columns) (sight, error) {
	if viewer, ok := identity.From(ctx); ok && !viewer.SeesAll() {
		out := s.lookout(viewer)
		out.Lock()
		last := out.sight
		out.Unlock()
		if last.good(c) {
			return last, nil
		}
	}
	return s.sight(ctx, c)
}

// good reports whether the rows are those of some columns, and not too old.
func (s sight) good(c *Columns) bool { return s.columns == c && time.Now().Before(s.until) }

// lookout is that of a viewer's row filter: who has the same sees the same.
func (s *Service) lookout(viewer identity.Viewer) *lookout {
	filter := fmt.Sprint(viewer.Visible("a.id"))
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.sights) > most {
		clear(s.sights)
	}
	if s.sights[filter] == nil {
		s.sights[filter] = &lookout{}
	}
	return s.sights[filter]
}

func (s *Service) changed(ctx context.Context) (at int64, err error) {
	err = s.db.Read(system(ctx), func(tx *db.Tx) error {
		at, err = s.accounts.ChangedAt(tx)
		return err
	})
	return at, err
}

// look reads nothing but identities.
func (s *Service) look(ctx context.Context, c *Columns) (sight, error) {
	next := sight{columns: c, mask: NewMask(c.Len())}
	err := s.db.Read(ctx, func(tx *db.Tx) error {
		return s.accounts.EachInSight(tx, func(id kernel.ID) {
			if row := c.Row(id); row >= 0 {
				next.mask.Set(row)
			} else {
				next.strange = true
			}
		})
	})
	return next, err
}
