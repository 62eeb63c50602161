package feature

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"erba/feature/account"
	"erba/feature/contact"
	"erba/kernel"
	"erba/platform/apptest"
)

var named = regexp.MustCompile(`{(\w+)}`)

// Whatever is asked about somebody else's account is answered like what is
// asked about an account that does not exist: the same status, the same words.
// That it takes as long, too, the tests of rights measure, where nothing else runs.
func TestOutOfSightIsLikeNotThere(t *testing.T) {
	apptest.Each(t, Product.Features, func(s *apptest.Stage) {
		theirs, contactOf := strangers(s)
		asked := 0
		for _, route := range routes(s) {
			if !strings.Contains(route.path, "{account}") && !strings.HasPrefix(route.path, "/api/accounts/{id}") && !strings.HasPrefix(route.path, "/api/contacts/{id}") {
				continue
			}
			id := theirs
			if strings.HasPrefix(route.path, "/api/contacts/") {
				id = contactOf
			}
			hidden := s.Do("other", route.method, filled(route.path, id), route.body, "If-Match", `"1"`)
			absent := s.Do("other", route.method, filled(route.path, kernel.NewID()), route.body, "If-Match", `"1"`)
			if hidden.Code < 400 || hidden.Code != absent.Code || hidden.Body.String() != absent.Body.String() {
				s.Errorf("%s %s: %d %s, of what is not there: %d %s", route.method, route.path, hidden.Code, hidden.Body, absent.Code, absent.Body)
			}
			if hidden.Code == http.StatusNotFound {
				asked++
			}
		}
		if asked < 30 {
			s.Errorf("only %d questions came as far as the rows", asked)
		}
	})
}

// strangers are an account of the rep's, and somebody who works there.
func strangers(s *apptest.Stage) (theirs, contactOf kernel.ID) {
	a := []account.Account{{Code: "A", Name: "上海甲电子"}}
	if err := account.New(s.Kit).Open(s.As("rep"), a...); err != nil {
		s.Fatal(err)
	}
	body := fmt.Sprintf(`{"name":%q}`, "王敏")
	w := s.Do("rep", "POST", "/api/accounts/"+a[0].ID.String()+"/contacts", body)
	var c contact.Contact
	if err := json.Unmarshal(w.Body.Bytes(), &c); err != nil || c.ID.IsZero() {
		s.Fatalf("%d %s", w.Code, w.Body)
	}
	return a[0].ID, c.ID
}

// route is an endpoint with the least that its body may be.
type route struct{ method, path, body string }

// schema is as much of a JSON schema as says what a body must have.
type schema struct {
	Ref        string            `json:"$ref"`
	Type       any               `json:"type"` // some are a list of two
	Enum       []any             `json:"enum"`
	Required   []string          `json:"required"`
	Properties map[string]schema `json:"properties"`
}

// routes are all of the API.
func routes(s *apptest.Stage) (all []route) {
	raw, err := s.Kit.Router.OpenAPI()
	if err != nil {
		s.Fatal(err)
	}
	var doc struct {
		Paths map[string]map[string]struct {
			RequestBody struct {
				Content map[string]struct{ Schema schema }
			} `json:"requestBody"`
		} `json:"paths"`
		Components struct{ Schemas map[string]schema } `json:"components"`
	}
	if err := json.Unmarshal(raw, &doc); err != nil {
		s.Fatal(err)
	}
	for path, item := range doc.Paths {
		for method, op := range item {
			one := route{method: strings.ToUpper(method), path: path}
			if body, ok := op.RequestBody.Content["application/json"]; ok {
				written, _ := json.Marshal(least(body.Schema, doc.Components.Schemas))
				one.body = string(written)
			}
			all = append(all, one)
		}
	}
	return all
}

// least is a value that a schema allows, with nothing that it does not ask for.
func least(one schema, all map[string]schema) any {
	if one.Ref != "" {
		return least(all[strings.TrimPrefix(one.Ref, "#/components/schemas/")], all)
	}
	if len(one.Enum) > 0 {
		return one.Enum[0]
	}
	switch one.Type {
	case "object":
		value := map[string]any{}
		for _, name := range one.Required {
			if value[name] = least(one.Properties[name], all); value[name] == words && likely[name] != "" {
				value[name] = likely[name]
			}
		}
		return value
	case "array":
		return []any{}
	case "integer", "number":
		return 1
	case "boolean":
		return true
	}
	return words
}

// words are long enough for a reason; likely are what some fields want instead.
const words = "理由如上所述"

var likely = map[string]string{"from": "2027-01-01", "until": "2027-02-01", "expires": "2027-01-01", "consent_on": "2026-01-01", "since": "2026-01-01",
	"value": "13800138000", "kind": "potential", "field": "mobile", "user": kernel.NewID().String(), "owner": kernel.NewID().String()}

// nothing is an ID that nothing has.
var nothing = kernel.NewID()

// filled puts an ID where the first name of a path stands, and something likely
// where the others do.
func filled(path string, id kernel.ID) string {
	first := true
	return named.ReplaceAllStringFunc(path, func(name string) string {
		if first {
			first = false
			return id.String()
		}
		return cmp.Or(likely[strings.Trim(name, "{}")], nothing.String())
	})
}
