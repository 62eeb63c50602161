package contact

import (
	"regexp"
	"slices"
	"strings"

	"erba/kernel"
)

// Note is something of a person's private life, written with his separate
// consent. Its text is read on its own, and never unseen.
type Note struct {
	ID          kernel.ID   `json:"id"             db:"id"`
	Contact     kernel.ID   `json:"contact"        db:"contact_id"`
	Kind        string      `json:"kind"           db:"kind" enum:"family,hobby,habit,health,faith,whereabouts,preference,friends"`
	Sealed      string      `json:"-"              db:"sealed"`
	Text        string      `json:"-"              db:"-" class:"C3"`
	Basis       string      `json:"basis"          db:"basis" enum:"consent,contract,duty,vital,public"`
	ConsentOn   kernel.Date `json:"consent_on"     db:"consent_on"`
	ConsentForm string      `json:"consent_form"   db:"consent_form" enum:"written,electronic,recorded"`
	Proof       string      `json:"proof"          db:"proof" doc:"Where the consent is kept"`
	Author      kernel.ID   `json:"author"         db:"author_id"`
	AuthorName  string      `json:"author_name"    db:"author_name"`
	Written     int64       `json:"written_at"     db:"written_at" doc:"Microseconds since 1970, UTC"`
	Expires     kernel.Date `json:"expires_on"     db:"expires_on"`
	Ended       *int64      `json:"ended_at,omitempty" db:"ended_at" doc:"Withdrawn or expired: its text is gone"`
	EndedBy     string      `json:"ended_by,omitempty" db:"ended_by"`
	Readers     []kernel.ID `json:"readers,omitempty" db:"-"`
	Version     int64       `json:"version"        db:"version"`
}

// Revision is the version that a write must name to replace it.
func (n Note) Revision() int64 { return n.Version }

// What a note can be about, on which legal basis, and how consent was given.
var (
	Kinds = []string{"family", "hobby", "habit", "health", "faith", "whereabouts", "preference", "friends"}
	Bases = []string{"consent", "contract", "duty", "vital", "public"}
	Forms = []string{"written", "electronic", "recorded"}
)

const (
	lasts       = 12 // months until a note expires, unless it is confirmed
	longestNote = 2000
)

// Check reports the first rule that the note breaks on a day.
func (n Note) Check(today kernel.Date) error {
	switch {
	case n.Text == "" || len([]rune(n.Text)) > longestNote:
		return kernel.Invalid("contact.bad_note", "max", longestNote)
	case !slices.Contains(Kinds, n.Kind):
		return kernel.Invalid("contact.no_kind")
	case !slices.Contains(Bases, n.Basis):
		return kernel.Invalid("contact.no_basis")
	case !slices.Contains(Forms, n.ConsentForm) || n.Proof == "" || len([]rune(n.Proof)) > longestText:
		return kernel.Invalid("contact.no_consent")
	case n.ConsentOn.IsZero() || n.ConsentOn.Compare(today) > 0:
		return kernel.Invalid("contact.no_consent")
	case namesChild(n.Text):
		return kernel.Invalid("contact.child")
	}
	return nil
}

// lifetime is until when a note may be read that is written or confirmed on a day.
func lifetime(day kernel.Date) kernel.Date { return day.AddMonths(lasts) }

var (
	child  = regexp.MustCompile(`(?i)儿子|女儿|孩子|小孩|孙子|孙女|外孙|小朋友|\b(?:son|daughter|child|children|kid|kids|grandson|granddaughter)\b`)
	infant = regexp.MustCompile(`(?i)宝宝|婴儿|幼儿|\b(?:baby|toddler|infant)\b`)
	school = regexp.MustCompile(`(?i)托班|托儿所|幼儿园|小学|[一二三四五六1-6]年级|初一|小升初|\b(?:kindergarten|nursery|preschool|primary school|elementary school)\b`)
	years  = regexp.MustCompile(`(?i)([0-9]+|[一二三四五六七八九十]{1,2})\s*(?:周岁|岁|个月大|years? old|-year-old|months? old)`)
)

// namesChild reports whether a text seems to tell of a child under 14. It
// cannot know; the hint beside the field says what must not be written.
func namesChild(text string) bool {
	if infant.MatchString(text) {
		return true
	}
	if !child.MatchString(text) {
		return false
	}
	return school.MatchString(text) || slices.ContainsFunc(years.FindAllStringSubmatch(text, -1), func(m []string) bool { return under14(m[1]) })
}

// under14 reads an age in digits or in characters.
func under14(age string) bool {
	const units = "一二三四五六七八九"
	if age[0] >= '0' && age[0] <= '9' {
		return len(age) == 1 || len(age) == 2 && age < "14"
	}
	tens, rest, ten := strings.Cut(age, "十")
	if !ten {
		return true
	}
	return tens == "" && strings.Index(units, rest)/len("一") < 3
}
