package privacy

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// Forgotten is what an erasure leaves: texts in which the name still stands,
// which somebody must read.
type Forgotten struct {
	Request Request   `json:"request"`
	Left    []Section `json:"left"`
}

// Forget erases whoever a request is from, and closes the request. The name
// must be typed: it cannot be undone, not even by an older backup.
func (s *Service) Forget(ctx context.Context, id kernel.ID, version int64, name string) (f Forgotten, err error) {
	return f, s.db.Write(ctx, func(tx *db.Tx) error {
		r, err := s.open(tx, id, version)
		switch {
		case err != nil:
			return err
		case len(r.Records) == 0:
			return kernel.Refused("privacy.nobody")
		case r.Who == nil || folded(r.Who.Name) != folded(name):
			return kernel.Invalid("privacy.wrong_name")
		case len(Person{Records: r.Records}.Of(staffKind)) > 0:
			return kernel.Refused("privacy.staff_stays")
		}
		p, err := s.person(whole(tx), r)
		if err != nil {
			return err
		}
		v, _ := identity.From(ctx)
		now := time.Now().UnixMicro()
		r.State, r.Handler, r.Closed, r.Sealed, r.Channel, r.Who = Done, v.Name, &now, "", "", nil
		if err := replaceRequest(tx, r); err != nil {
			return err
		}
		r.Version++
		if err := s.erase(tx, p, erasure{ID: kernel.NewID(), Request: id, Actor: v.Actor(), At: now}); err != nil {
			return err
		}
		f.Request = r
		f.Left, err = s.mentions(whole(tx), p, nil)
		f.Left = slices.DeleteFunc(f.Left, func(one Section) bool { return len(one.Rows) == 0 })
		return err
	})
}

// erase has every keeper forget a person, and bars him from coming back. What
// is noted beside the keys is there before the transaction ends: whoever was
// told that he is forgotten is, whatever happens next.
func (s *Service) erase(tx *db.Tx, p Person, e erasure) error {
	raw, err := json.Marshal(p.Records)
	if err != nil {
		return err
	}
	e.Records = string(raw)
	if err := insertErasure(tx, e); err != nil {
		return err
	}
	hashes, err := s.hashes(p.Known)
	if err != nil {
		return err
	}
	for _, hash := range hashes {
		if err := bar(tx, marked{hash, e.ID}); err != nil {
			return err
		}
	}
	for _, k := range s.keepers {
		if err := k.Erase(whole(tx), p); err != nil {
			return err
		}
	}
	if err := audit.Note(tx, "privacy.erased", "privacy_request", e.Request, map[string]any{"records": p.Records}); err != nil {
		return err
	}
	return s.noteBeside(line{Erasure: e.ID, Request: e.Request, Actor: e.Actor, At: e.At, Records: p.Records, Marks: hashes})
}

// hashes are those of all that somebody is known by.
func (s *Service) hashes(known []Who) (all []string, err error) {
	for _, w := range known {
		for _, m := range w.marks() {
			hash, err := s.vault.Blind("privacy."+m.kind, m.text)
			if err != nil {
				return nil, err
			}
			all = append(all, hash)
		}
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

// BarsAnybody reports whether somebody was ever forgotten.
func (s *Service) BarsAnybody(tx *db.Tx) (bool, error) { return barsAnybody(tx) }

// chunk is how many hashes one statement asks for.
const chunk = 100

// Barred tells for each of some people whether he asked to be forgotten.
func (s *Service) Barred(tx *db.Tx, people []Who) ([]bool, error) {
	out, whose := make([]bool, len(people)), map[string][]int{}
	var all []string
	for i, w := range people {
		hashes, err := s.hashes([]Who{w})
		if err != nil {
			return nil, err
		}
		for _, hash := range hashes {
			all, whose[hash] = append(all, hash), append(whose[hash], i)
		}
	}
	for some := range slices.Chunk(all, chunk) {
		found, err := those(tx, some)
		if err != nil {
			return nil, err
		}
		for _, hash := range found {
			for _, i := range whose[hash] {
				out[i] = true
			}
		}
	}
	return out, nil
}

// Readmit lets somebody be known again who has asked for that.
func (s *Service) Readmit(ctx context.Context, w Who) (n int64, err error) {
	hashes, err := s.hashes([]Who{w})
	if err != nil {
		return 0, err
	}
	return n, s.db.Write(ctx, func(tx *db.Tx) error {
		if n, err = unbar(tx, hashes); err != nil {
			return err
		}
		if n == 0 {
			return kernel.Missing("privacy.not_barred")
		}
		if err := audit.Note(tx, "privacy.readmitted", "privacy_mark", kernel.ID{}, map[string]int64{"marks": n}); err != nil {
			return err
		}
		return s.noteBeside(line{At: time.Now().UnixMicro(), Lifted: hashes})
	})
}
