package audit

import (
	"context"
	"encoding/json"
	"time"

	"erba/kernel"
	"erba/platform/db"
)

// Report is what a verification found.
type Report struct {
	Entries   int64  `json:"entries"   doc:"Sealed and as they were sealed"`
	Cut       int64  `json:"cut"       doc:"Taken away by retention"`
	Forgotten int64  `json:"forgotten" doc:"Whose content was erased on a person's request"`
	Late      int64  `json:"late"      doc:"Sealed more than an hour after they say they were written"`
	Unsealed  int64  `json:"unsealed"  doc:"Written, but not chained yet"`
	Oldest    int64  `json:"oldest"    doc:"When the first of those was written; microseconds since 1970, UTC"`
	Ends      []Link `json:"ends"      doc:"Noted elsewhere, they show later that nothing was written anew"`
}

// Link is a place in a log's chain.
type Link struct {
	Log  string `json:"log"`
	Seq  int64  `json:"seq"`
	Hash string `json:"hash"`
}

// late is how long after its writing an entry is sealed at most, unless the
// program was not running.
const late = time.Hour

// Verify walks all chains. The fault "audit.broken" names the first entry that
// does not hold. Links that were noted down earlier must still be there.
func Verify(ctx context.Context, d *db.DB, noted ...Link) (Report, error) {
	v := verifier{noted: noted, cuts: map[Link]bool{}, forgotten: map[thing]kernel.ID{}}
	err := d.Snapshot(ctx, v.all)
	return v.Report, err
}

// thing is an object that entries are about.
type thing struct {
	object string
	id     kernel.ID
}

type verifier struct {
	Report
	noted     []Link
	cuts      map[Link]bool       // that retention says it has made
	forgotten map[thing]kernel.ID // up to which row
	blank     []Entry             // whose content is gone
}

func broken(log string, seq int64) error {
	return kernel.Refused("audit.broken", "log", log, "seq", seq)
}

// all walks the logs in the order that tells of cuts before they are met.
func (v *verifier) all(tx *db.Tx) error {
	states, err := chains(tx)
	if err != nil {
		return err
	}
	for _, log := range Logs {
		c := chain{Log: log}
		for _, s := range states {
			if s.Log == log {
				c = s
			}
		}
		if err := v.chain(tx, c); err != nil {
			return err
		}
	}
	for _, e := range v.blank {
		if until, said := v.forgotten[thing{e.Object, e.ID}]; !said || e.Row.Compare(until) > 0 {
			return broken(e.Log, e.Seq)
		}
	}
	rest, err := tailOf(tx)
	v.Unsealed, v.Oldest = rest.Rows, rest.Oldest
	return err
}

func (v *verifier) chain(tx *db.Tx, c chain) error {
	if err := v.begin(tx, c); err != nil {
		return err
	}
	at := Link{c.Log, c.CutSeq, c.CutHash}
	for {
		entries, err := page(tx, c.Log, at.Seq, 1000)
		if err != nil {
			return err
		}
		if len(entries) == 0 {
			break
		}
		for _, e := range entries {
			if !v.holds(at, e) {
				return broken(c.Log, at.Seq+1)
			}
			at = Link{c.Log, e.Seq, e.Hash}
		}
	}
	if at.Seq != c.Seq || at.Hash != c.Hash {
		return broken(c.Log, at.Seq+1)
	}
	for _, n := range v.noted {
		if n.Log == c.Log && n.Seq > at.Seq {
			return broken(c.Log, at.Seq+1)
		}
	}
	v.Ends = append(v.Ends, at)
	return nil
}

// begin looks at what retention has left of the beginning of a chain: nothing,
// and a cut that an entry tells of.
func (v *verifier) begin(tx *db.Tx, c chain) error {
	v.Cut += c.CutSeq
	if began := (Link{c.Log, c.CutSeq, c.CutHash}); began != (Link{Log: c.Log}) && !v.cuts[began] {
		return broken(c.Log, c.CutSeq)
	}
	strays, err := strays(tx, c)
	if err == nil && len(strays) > 0 {
		err = broken(c.Log, strays[0])
	}
	return err
}

// holds reports whether an entry follows a place in the chain as it was sealed.
func (v *verifier) holds(at Link, e Entry) bool {
	if e.Seq != at.Seq+1 || e.Hash != e.chained(at.Hash) {
		return false
	}
	for _, n := range v.noted {
		if n.Log == e.Log && n.Seq == e.Seq && n.Hash != e.Hash {
			return false
		}
	}
	v.Entries++
	switch {
	case e.early():
	case e.Salt == "" && e.Detail == "":
		v.Forgotten++
		v.blank = append(v.blank, e)
	case e.digest() != e.Digest:
		v.Entries--
		return false
	}
	if e.Sealed-e.At > late.Microseconds() {
		v.Late++
	}
	v.hear(e)
	return true
}

// hear takes up what an entry says about entries that are not as they were.
func (v *verifier) hear(e Entry) {
	switch e.Verb {
	case cut:
		var c cutting
		if json.Unmarshal([]byte(e.Detail), &c) == nil {
			v.cuts[c.Link] = true
		}
	case forgotten:
		v.forgotten[thing{e.Object, e.ID}] = e.Row
	}
}
