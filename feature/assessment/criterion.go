package assessment

import (
	"cmp"
	"slices"
	"strings"

	"erba/kernel"
)

// Criterion is something by which the customer decides.
type Criterion struct {
	ID        kernel.ID   `json:"id"        db:"id"`
	Deal      kernel.ID   `json:"-"         db:"deal_id"`
	Name      string      `json:"name"      db:"name"`
	Formal    bool        `json:"formal"    db:"formal"    doc:"It stands in a paper of the customer's"`
	Mandatory bool        `json:"mandatory" db:"mandatory" doc:"Whoever does not meet it is out"`
	Milestone string      `json:"milestone" db:"milestone" doc:"When in the buying it is judged"`
	Note      string      `json:"note"      db:"note"`
	ByID      kernel.ID   `json:"-"         db:"by_id"`
	Made      kernel.Date `json:"made"      db:"made_on"`
	Version   int64       `json:"version"   db:"version"`
	Caring    []Caring    `json:"caring"    db:"-" doc:"Who cares, as far as the viewer knows them"`
	Fits      []Fit       `json:"fits"      db:"-"`
}

// Revision is the version that a change must name.
func (c Criterion) Revision() int64 { return c.Version }

// Caring is somebody of the customer's who cares about a criterion.
type Caring struct {
	Criterion kernel.ID `json:"-"       db:"criterion_id"`
	Contact   kernel.ID `json:"contact" db:"contact_id"`
	Name      string    `json:"name"    db:"name"`
}

// Fit is how somebody meets a criterion in the customer's eyes.
type Fit struct {
	Criterion kernel.ID `json:"-"              db:"criterion_id"`
	Rival     kernel.ID `json:"rival,omitzero" db:"rival_id" doc:"Empty: us"`
	Fit       string    `json:"fit"            db:"fit"      enum:"better,same,worse,unmet"`
}

const (
	longestName = 80
	longestNote = 300
	mostCaring  = 30
	mostFits    = 20
)

var fits = []string{"better", "same", "worse", "unmet"}

// tidy takes off what surrounds its texts.
func (c *Criterion) tidy() {
	for _, text := range []*string{&c.Name, &c.Milestone, &c.Note} {
		*text = strings.TrimSpace(*text)
	}
}

// Check reports the first rule that a criterion breaks.
func (c Criterion) Check() error {
	switch {
	case c.Name == "" || over(c.Name, longestName):
		return kernel.Invalid("assessment.bad_name", "max", longestName).In("name")
	case over(c.Milestone, longestName):
		return kernel.Invalid("assessment.too_long", "max", longestName).In("milestone")
	case over(c.Note, longestNote):
		return kernel.Invalid("assessment.too_long", "max", longestNote).In("note")
	case len(c.Caring) > mostCaring:
		return kernel.Invalid("assessment.too_many", "max", mostCaring).In("caring")
	case len(c.Fits) > mostFits:
		return kernel.Invalid("assessment.too_many", "max", mostFits).In("fits")
	}
	return c.checkFits()
}

func over(text string, longest int) bool { return len([]rune(text)) > longest }

func (c Criterion) checkFits() error {
	seen := map[kernel.ID]bool{}
	for _, f := range c.Fits {
		switch {
		case seen[f.Rival] || !slices.Contains(fits, f.Fit):
			return kernel.Invalid("assessment.bad_fit").In("fits")
		case f.Fit == "unmet" && !c.Mandatory:
			return kernel.Invalid("assessment.not_mandatory").In("fits")
		}
		seen[f.Rival] = true
	}
	return nil
}

// Unmet reports whether we do not meet something without which we are out.
func (c Criterion) Unmet() bool {
	return slices.ContainsFunc(c.Fits, func(f Fit) bool { return f.Rival.IsZero() && f.Fit == "unmet" })
}

// Criteria are those of a deal: the mandatory first, then what most people care for.
type Criteria struct {
	Rows    []Criterion `json:"rows"`
	Sides   []Against   `json:"sides" doc:"The rivals of the deal"`
	Account kernel.ID   `json:"account,omitzero" doc:"Whose people may care"`
	Unmet   int         `json:"unmet" doc:"Mandatory ones that we do not meet"`
	May     bool        `json:"may"   doc:"The viewer may change them"`
}

// Against is a rival by his name.
type Against struct {
	ID   kernel.ID `json:"id"`
	Name string    `json:"name"`
}

func sorted(all []Criterion) {
	slices.SortStableFunc(all, func(a, b Criterion) int {
		return cmp.Or(cmp.Compare(number(b.Mandatory), number(a.Mandatory)), cmp.Compare(len(b.Caring), len(a.Caring)), a.ID.Compare(b.ID))
	})
}

func number(is bool) int {
	if is {
		return 1
	}
	return 0
}
