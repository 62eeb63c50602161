package privacy

import (
	"context"
	_ "embed"
	"encoding/json"
	"html/template"
	"io"
	"strconv"
	"time"

	"erba/kernel"
	"erba/platform/text"
	"erba/platform/web"
)

//go:embed paper.html
var page string

var printed = template.Must(template.New("paper").Parse(page))

// How the keys begin of texts that come in a row, and how those end that are longer.
const (
	noticeOf  = "privacy.notice_"
	classOf   = "privacy.class_"
	riskOf    = "privacy.risk_"
	measureOf = "privacy.measure_"
	longer    = "_text"
)

// say is a sentence in the user's language.
func say(ctx context.Context, key string, args ...any) string {
	all := map[string]any{}
	for i := 0; i+1 < len(args); i += 2 {
		all[args[i].(string)] = args[i+1]
	}
	return text.Say(ctx, key, all)
}

func says(ctx context.Context, keys ...string) []string {
	all := make([]string, len(keys))
	for i, key := range keys {
		all[i] = say(ctx, key)
	}
	return all
}

type getPackage struct {
	ID     kernel.ID `path:"id"`
	Format string    `query:"format" enum:"json,html" default:"html"`
}

func (s *Service) getPackage(ctx context.Context, in *getPackage) (web.File, error) {
	r, held, err := s.Package(ctx, in.ID)
	if err != nil {
		return web.File{}, err
	}
	name := "privacy-" + r.ID.String()
	if in.Format == "json" {
		return web.File{Name: name + ".json", Type: "application/json", Write: func(w io.Writer) error {
			out := json.NewEncoder(w)
			out.SetIndent("", "  ")
			return out.Encode(spelt(ctx, r, held))
		}}, nil
	}
	return sheet(ctx, name, packed(ctx, r, held)), nil
}

func sheet(ctx context.Context, name string, p Paper) web.File {
	return web.File{Name: name + ".html", Type: "text/html; charset=utf-8", Write: func(w io.Writer) error {
		return printed.Execute(w, struct {
			Paper
			Language string
		}{p, say(ctx, "privacy.language")})
	}}
}

// Packed is a package for programs.
type Packed struct {
	MadeAt   string          `json:"made_at"`
	Request  kernel.ID       `json:"request"`
	Sections []PackedSection `json:"sections"`
}

// PackedSection is what is kept in one place.
type PackedSection struct {
	Name  string              `json:"name"`
	Title string              `json:"title"`
	Rows  []map[string]string `json:"rows"`
}

func spelt(ctx context.Context, r Request, held []Section) Packed {
	p := Packed{MadeAt: time.Now().UTC().Format(time.RFC3339), Request: r.ID}
	for _, s := range held {
		one := PackedSection{Name: s.Table, Title: say(ctx, s.Key)}
		for _, row := range s.Rows {
			fields := map[string]string{}
			for _, e := range row {
				if fields[e.Key] != "" {
					fields[e.Key] += "\n" // said more than once
				}
				fields[e.Key] += e.Value
			}
			one.Rows = append(one.Rows, fields)
		}
		p.Sections = append(p.Sections, one)
	}
	return p
}

// packed is a package to be read.
func packed(ctx context.Context, r Request, held []Section) Paper {
	name := r.Label
	if r.Who != nil {
		name = r.Who.Name
	}
	p := Paper{Title: say(ctx, "privacy.package"), Lead: say(ctx, "privacy.package_lead", "name", name, "day", kernel.Today())}
	for _, s := range held {
		part := Part{Title: say(ctx, s.Key), Head: says(ctx, "privacy.field", "privacy.value")}
		if s.Key == "privacy.held_mentions" {
			part.Title += " · " + s.Table
		}
		for _, row := range s.Rows {
			for _, e := range row {
				value := e.Value
				if e.Said != "" {
					value = say(ctx, e.Said)
				}
				part.Rows = append(part.Rows, []string{say(ctx, e.Key), value})
			}
			part.Rows = append(part.Rows, []string{"", ""})
		}
		p.Parts = append(p.Parts, part)
	}
	return p
}

func (s *Service) getNotice(ctx context.Context, _ *struct{}) (Paper, error) {
	one, err := s.Settings(ctx)
	return s.notice(ctx, one), err
}

func (s *Service) getNoticeFile(ctx context.Context, _ *struct{}) (web.File, error) {
	p, err := s.getNotice(ctx, nil)
	return sheet(ctx, "notice", p), err
}

// named is a setting, or a line to write it on.
func named(value string) string {
	if value == "" {
		return "____________"
	}
	return value
}

// notice says to people what is kept of them, in the fields of the program itself.
func (s *Service) notice(ctx context.Context, one Settings) Paper {
	args := []any{"company", named(one.Company), "officer", named(one.Officer), "reach", named(one.Reach)}
	p := Paper{Title: say(ctx, "privacy.notice"), Lead: say(ctx, "privacy.notice_lead", args...)}
	p.Parts = append(p.Parts, Part{Title: say(ctx, "privacy.notice_who"), Text: []string{say(ctx, "privacy.notice_who_text", args...)}},
		Part{Title: say(ctx, "privacy.notice_source"), Text: says(ctx, "privacy.notice_source_text")})
	for _, class := range []string{"C1", "C2", "C3"} {
		p.Parts = append(p.Parts, fields(ctx, class, s.outside()))
	}
	for _, chapter := range []string{"protect", "share", "rights", "minor", "change"} {
		p.Parts = append(p.Parts, Part{Title: say(ctx, noticeOf+chapter), Text: []string{say(ctx, noticeOf+chapter+longer,
			append(args, "days", strconv.Itoa(answered))...)}})
	}
	return p
}

// fields are those of a class, with purpose, basis and how long they are kept.
func fields(ctx context.Context, class string, all []Field) Part {
	part := Part{Title: say(ctx, classOf+class), Text: says(ctx, classOf+class+longer),
		Head: says(ctx, "privacy.field", "privacy.purpose", "privacy.basis", "privacy.keep")}
	for _, f := range all {
		if f.Class == class {
			part.Rows = append(part.Rows, says(ctx, f.Key, f.Purpose, f.Basis, f.Keep))
		}
	}
	return part
}

func (s *Service) getAssessment(ctx context.Context, _ *struct{}) (Paper, error) {
	st, err := s.State(ctx)
	return s.assessment(ctx, st), err
}

func (s *Service) getAssessmentFile(ctx context.Context, _ *struct{}) (web.File, error) {
	p, err := s.getAssessment(ctx, nil)
	return sheet(ctx, "assessment", p), err
}

// assessment is the impact assessment, filled in as far as the program knows.
func (s *Service) assessment(ctx context.Context, st State) Paper {
	p := Paper{Title: say(ctx, "privacy.assessment"), Lead: say(ctx, "privacy.assessment_lead",
		"company", named(st.Settings.Company), "officer", named(st.Settings.Officer), "day", kernel.Today())}
	p.Parts = append(p.Parts, Part{Title: say(ctx, "privacy.assess_what"), Text: says(ctx, "privacy.assess_what_text")})
	for _, class := range []string{"C1", "C2", "C3"} {
		p.Parts = append(p.Parts, fields(ctx, class, s.Inventory()))
	}
	p.Parts = append(p.Parts, Part{Title: say(ctx, "privacy.assess_need"), Text: says(ctx, "privacy.assess_need_text")})
	risks := Part{Title: say(ctx, "privacy.assess_risks"), Head: says(ctx, "privacy.risk", "privacy.measure", "privacy.rest")}
	for _, risk := range []string{"leak", "insider", "excess", "export", "return", "minor", "key"} {
		risks.Rows = append(risks.Rows, []string{say(ctx, riskOf+risk), say(ctx, measureOf+risk), "____"})
	}
	keys := "privacy.keys_there"
	if !st.Sealed {
		keys = "privacy.keys_lost"
	}
	state := Part{Title: say(ctx, "privacy.assess_state"), Head: says(ctx, "privacy.field", "privacy.value"), Rows: [][]string{
		{say(ctx, "privacy.state_open_count"), strconv.Itoa(st.Open)}, {say(ctx, "privacy.state_late_count"), strconv.Itoa(st.Late)},
		{say(ctx, "privacy.state_erased_count"), strconv.Itoa(st.Erased)}, {say(ctx, "privacy.state_exports_count"), strconv.Itoa(st.Exports)},
		{say(ctx, "privacy.state_keys"), say(ctx, keys)}}}
	p.Parts = append(p.Parts, risks, state, Part{Title: say(ctx, "privacy.assess_result"), Text: says(ctx, "privacy.assess_result_text")})
	return p
}
