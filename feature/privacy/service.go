package privacy

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/vault"
)

// Keeper is a feature that keeps something of people. It works on behalf of the
// system: what is kept of somebody does not end where an officer's sight does.
type Keeper interface {
	// Inventory says what it keeps, of which class, what for, how long.
	Inventory() []Field
	// Tables are those in which Held looks for names itself.
	Tables() []string
	// Held is what it keeps of somebody.
	Held(tx *db.Tx, p Person) ([]Section, error)
	// Erase forgets him, as far as the law lets it.
	Erase(tx *db.Tx, p Person) error
}

// Knower is a keeper that knows people by records of their own.
type Knower interface {
	Keeper
	// Kind is what its records are called, such as contact.
	Kind() string
	// Find are its records that may be about somebody.
	Find(tx *db.Tx, w Who) ([]Found, error)
	// Identify says of each record that is still there who it is about.
	Identify(tx *db.Tx, ids []kernel.ID) ([]Who, error)
	// Correct writes a field of a record.
	Correct(tx *db.Tx, id kernel.ID, field, value string) error
	// Withdraw ends what rests on his consent alone.
	Withdraw(tx *db.Tx, p Person) error
}

// Discreet is a keeper of which nobody searches some columns for names: what stands
// there about people Held tells, or nobody does.
type Discreet interface {
	Keeper
	// Untold are those columns, by table.
	Untold() map[string][]string
}

// Service is what others may ask of privacy.
type Service struct {
	db      *db.DB
	vault   *vault.Vault
	keepers []Keeper
}

// NewService returns the privacy service.
func NewService(d *db.DB, v *vault.Vault) *Service {
	s := &Service{db: d, vault: v}
	v.Keep(vault.Column{Table: requestTable, Name: sealed})
	s.keepers = []Keeper{program{s}, staff{}}
	return s
}

const (
	requestTable = "privacy_requests"
	sealed       = "sealed"
)

// Keeps adds a feature that keeps something of people; what the platform
// remembers of them is told last.
func (s *Service) Keeps(k Keeper) { s.keepers = slices.Insert(s.keepers, len(s.keepers)-2, k) }

func (s *Service) knowers() (all []Knower) {
	for _, k := range s.keepers {
		if knower, ok := k.(Knower); ok {
			all = append(all, knower)
		}
	}
	return all
}

// whole is a transaction that sees every row: what is kept of somebody is told
// and forgotten wherever it stands. The routes that lead here are the privacy
// officer's alone, and the audit knows each.
func whole(tx *db.Tx) *db.Tx {
	v, _ := identity.From(tx.Context())
	return tx.As(identity.With(tx.Context(), identity.System().By(v)))
}

// Ask registers a request.
func (s *Service) Ask(ctx context.Context, r Request) (Request, error) {
	if err := r.Check(kernel.Today()); err != nil {
		return r, err
	}
	r.ID, r.State, r.Version = kernel.NewID(), Open, 1
	r.Due, r.Label, r.Held, r.Records = r.Received.Add(answered), label(r.Who.Name), "[]", []Record{}
	if err := s.seal(&r); err != nil {
		return r, err
	}
	return r, s.db.Write(ctx, func(tx *db.Tx) error {
		if err := insertRequest(tx, r); err != nil {
			return err
		}
		return audit.Note(tx, "privacy.asked", "privacy_request", r.ID, map[string]any{"kind": r.Kind, "due": r.Due})
	})
}

func (r Request) place() vault.Place {
	return vault.Place{Table: requestTable, Column: sealed, Row: r.ID}
}

func (s *Service) seal(r *Request) error {
	raw, err := json.Marshal(r.Who)
	if err == nil {
		r.Sealed, err = s.vault.Seal(r.place(), string(raw))
	}
	return err
}

// Requests are those in a state, the most urgent first.
func (s *Service) Requests(ctx context.Context, state string, limit int) (all []Request, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err = requests(tx, state, limit)
		for i := range all {
			all[i].unpack()
		}
		return err
	})
	return all, err
}

// unpack reads the records, which we wrote ourselves.
func (r *Request) unpack() {
	r.Records = []Record{}
	_ = json.Unmarshal([]byte(r.Held), &r.Records)
}

// Request is one of them, with who it is about.
func (s *Service) Request(ctx context.Context, id kernel.ID) (r Request, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		r, err = s.request(tx, id)
		return err
	})
	return r, err
}

func (s *Service) request(tx *db.Tx, id kernel.ID) (Request, error) {
	r, err := findRequest(tx, id)
	if err != nil {
		return r, err
	}
	r.unpack()
	raw, err := s.vault.Open(r.place(), r.Sealed)
	if err == nil && raw != "" {
		r.Who = &Who{}
		err = json.Unmarshal([]byte(raw), r.Who)
	}
	return r, err
}

// open is a request that can still be worked on, at the version that was seen.
func (s *Service) open(tx *db.Tx, id kernel.ID, version int64) (Request, error) {
	r, err := s.request(tx, id)
	switch {
	case err != nil:
		return r, err
	case r.State != Open:
		return r, kernel.Refused("privacy.closed")
	case r.Version != version:
		return r, kernel.Stale("db.stale")
	}
	return r, nil
}

// Search are the records that may be about whoever a request is from.
func (s *Service) Search(ctx context.Context, id kernel.ID) (all []Found, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		r, err := s.request(tx, id)
		if err != nil || r.Who == nil {
			return err
		}
		for _, k := range s.knowers() {
			some, err := k.Find(whole(tx), *r.Who)
			if err != nil {
				return err
			}
			all = append(all, some...)
		}
		return audit.Seen(tx, "privacy.searched", "privacy_request", id, map[string]int{"found": len(all)})
	})
	return all, err
}

// Choose says which records are really his.
func (s *Service) Choose(ctx context.Context, id kernel.ID, version int64, records []Record) (r Request, err error) {
	raw, err := json.Marshal(records)
	if err != nil {
		return r, err
	}
	return r, s.db.Write(ctx, func(tx *db.Tx) error {
		if r, err = s.open(tx, id, version); err != nil {
			return err
		}
		r.Held, r.Records = string(raw), records
		if err := replaceRequest(tx, r); err != nil {
			return err
		}
		r.Version++
		return audit.Note(tx, "privacy.chosen", "privacy_request", id, map[string]any{"records": records})
	})
}

// Close answers a request: done or refused, with what he was told.
func (s *Service) Close(ctx context.Context, id kernel.ID, version int64, state, answer string) (r Request, err error) {
	if answer = strings.TrimSpace(answer); answer == "" || len([]rune(answer)) > longest {
		return r, kernel.Invalid("privacy.no_answer", "max", longest)
	}
	return r, s.db.Write(ctx, func(tx *db.Tx) error {
		if r, err = s.open(tx, id, version); err != nil {
			return err
		}
		v, _ := identity.From(ctx)
		now := time.Now().UnixMicro()
		r.State, r.Answer, r.Handler, r.Closed = state, answer, v.Name, &now
		if err := replaceRequest(tx, r); err != nil {
			return err
		}
		r.Version++
		return audit.Note(tx, "privacy.answered", "privacy_request", id, map[string]any{"state": state})
	})
}

// person is whoever a request is about: what he said of himself, and what is known of him.
func (s *Service) person(tx *db.Tx, r Request) (Person, error) {
	p := Person{Records: r.Records}
	if r.Who != nil {
		p.Known = append(p.Known, *r.Who)
	}
	for _, k := range s.knowers() {
		known, err := k.Identify(tx, p.Of(k.Kind()))
		if err != nil {
			return p, err
		}
		p.Known = append(p.Known, known...)
	}
	return p, nil
}
