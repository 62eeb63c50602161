package notice

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
	"erba/platform/job"
	"erba/platform/mail"
)

// Service tells people things.
type Service struct {
	db    *db.DB
	users *identity.Service
	jobs  *job.Queue
	post  *mail.Post
	words Words
	kinds []Kind
	Now   func() time.Time
}

// Words are what letters need beside the notices: sentences, and the address of
// the program for links, "" if nobody said which.
type Words struct {
	Say  func(language, key string, args map[string]any) string
	Home string
}

// NewService returns a service that knows no kinds yet.
func NewService(d *db.DB, events *event.Bus, users *identity.Service, jobs *job.Queue, post *mail.Post, words Words) *Service {
	s := &Service{db: d, users: users, jobs: jobs, post: post, words: words, Now: time.Now}
	event.On(events, func(tx *db.Tx, e account.Merged) error { return rename(tx, e.From, e.Into) })
	return s
}

// Kind declares a kind; a feature does so when it starts.
func (s *Service) Kind(k Kind) { s.kinds = append(s.kinds, k) }

func (s *Service) kind(key string) (Kind, error) {
	i := slices.IndexFunc(s.kinds, func(k Kind) bool { return k.Key == key })
	if i < 0 {
		return Kind{}, fmt.Errorf("notice: nobody has declared %q", key)
	}
	return s.kinds[i], nil
}

// Tell lets somebody know, in the transaction in which it happens. By mail it
// goes when he is not to be left in peace.
func (s *Service) Tell(tx *db.Tx, n Notice) error {
	kind, err := s.kind(n.Kind)
	if err != nil {
		return err
	}
	if !local(n.Path) {
		return fmt.Errorf("notice: %q leads out of the program", n.Path)
	}
	tx = identity.Whole(tx)
	way, wish, err := s.wayOf(tx, n.User, kind)
	if err != nil || way == Off {
		return err
	}
	if n.Args == nil {
		n.Args = map[string]any{}
	}
	said, err := json.Marshal(n.Args)
	if err != nil {
		return err
	}
	n.ID, n.Made, n.Said = kernel.NewID(), s.Now().UnixMicro(), string(said)
	if due := wish.due(way, s.Now()); !due.IsZero() && s.post.Ready() {
		n.Due = due.UnixMicro()
		if err := s.jobs.AddAt(tx, mailing, addressee{n.User}, n.Due); err != nil {
			return err
		}
	}
	return add(tx, n)
}

// wayOf is how a notice of a kind comes to somebody.
func (s *Service) wayOf(tx *db.Tx, user kernel.ID, k Kind) (string, Wish, error) {
	wish, err := wishOf(tx, user)
	if err != nil {
		return "", wish, err
	}
	chosen, err := waysOf(tx, user)
	if way, ok := chosen[k.Key]; ok {
		return way, wish, err
	}
	return k.way(), wish, err
}

// List is a page of the viewer's notices, the latest first.
func (s *Service) List(ctx context.Context, after kernel.ID, limit int) (p Page, err error) {
	viewer, _ := identity.From(ctx)
	err = s.db.Read(identity.Under(ctx, "account:read"), func(tx *db.Tx) error {
		sight := s.sight(tx)
		rows, err := list(tx, viewer.ID, after, sight, limit+1)
		if err != nil {
			return err
		}
		if len(rows) > limit {
			rows, p.Next = rows[:limit], rows[limit-1].ID
		}
		for _, row := range rows {
			p.Rows = append(p.Rows, s.told(row, viewer.Language))
		}
		p.Unread, err = unread(tx, viewer.ID, sight)
		return err
	})
	return p, err
}

// sight holds for notices of which their reader may still read what they say of an
// account: who has lost that right is not told of it any more.
func (s *Service) sight(tx *db.Tx) db.Cond {
	kinds := map[string][]string{}
	for _, k := range s.kinds {
		if k.Grant != "" {
			kinds[k.Grant] = append(kinds[k.Grant], k.Key)
		}
	}
	may := db.If(false, "")
	for _, grant := range slices.Sorted(maps.Keys(kinds)) {
		may = db.If(true, "? AND (NOT ? OR ?)", may, db.In("n.kind", kinds[grant]...), identity.As(tx, grant).Visible("n.account_id"))
	}
	return may
}

// told is a notice in somebody's words.
func (s *Service) told(n seen, language string) Told {
	return Told{ID: n.ID, Says: s.says(n, language), Path: n.Path, Account: n.Account, Made: n.Made, Read: n.Read > 0}
}

func (s *Service) says(n seen, language string) string {
	args := map[string]any{}
	_ = json.Unmarshal([]byte(n.Said), &args) // it was written by Tell
	args["account"] = n.Name
	return s.words.Say(language, n.Kind, args)
}

// Mark notes what the viewer has read: some, or all up to one.
func (s *Service) Mark(ctx context.Context, upTo kernel.ID, only []kernel.ID) error {
	viewer, _ := identity.From(ctx)
	if upTo.IsZero() && len(only) == 0 {
		return kernel.Invalid("notice.nothing_read")
	}
	return s.db.Write(ctx, func(tx *db.Tx) error { return mark(tx, viewer.ID, upTo, only, s.Now().UnixMicro()) })
}
