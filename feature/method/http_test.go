package method

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestDraftsOverHTTP(t *testing.T) {
	each(t, func(g *ground) {
		const path = "/api/methods/M14/draft"
		tests := []struct {
			say, method, path, match, body string
			code                           int
			want                           string // in the answer
		}{
			{"without a version", "PUT", path, "", body(1, trusting), 428, "web.unguarded"},
			{"weights that do not make 100", "PUT", path, `"0"`, body(1, weights{Money: 90, Trust: 20}), 422, "scale.not_100"},
			{"… with the place", "PUT", path, `"0"`, body(1, weights{Money: 90, Trust: 20}), 422, `"path":"config.trust"`},
			{"a weight there cannot be", "PUT", path, `"0"`, body(1, weights{Money: 101, Trust: -1}), 422, `"path":"config.money"`},
			{"bands that overlap", "PUT", path, `"0"`, body(1, weights{60, 40, []float64{50, 80}}), 422, "scale.overlapping_bands"},
			{"… simulated", "POST", "/api/methods/M14/simulation", "", `{"config":{"bands":[50,80]}}`, 422, `"path":"config.bands.1"`},
			{"a field there is not", "PUT", path, `"0"`, `{"base":1,"config":{"mony":60}}`, 422, `"path":"config.mony"`},
			{"a text for a number", "PUT", path, `"0"`, `{"base":1,"config":{"money":"60"}}`, 422, "model.bad_config"},
			{"from a version that is not the last", "PUT", path, `"0"`, body(7, trusting), 412, "method.stale_base"},
			{"the first one", "PUT", path, `"0"`, body(1, trusting), 200, `"changes":2`},
			{"over one that somebody else has saved", "PUT", path, `"0"`, body(1, greedy), 412, "db.stale"},
			{"over the one that was seen", "PUT", path, `"1"`, body(1, greedy), 200, `"version":2`},
			{"in the past", "POST", "/api/methods/M14/submission", `"2"`, `{"reason":"x","effective":"2020-01-01"}`, 422, "method.in_the_past"},
			{"an old one submitted", "POST", "/api/methods/M14/submission", `"1"`, `{"reason":"x"}`, 412, "db.stale"},
			{"submitted", "POST", "/api/methods/M14/submission", `"2"`, `{"reason":"fewer A"}`, 200, `"proposal":"`},
			{"dropped under approval", "DELETE", path, `"2"`, "", 409, "method.under_approval"},
			{"a method that nothing can be decided about", "PUT", "/api/methods/M99/draft", `"0"`, body(1, trusting), 409, "model.nothing_to_decide"},
			{"no such method", "PUT", "/api/methods/M98/draft", `"0"`, body(1, trusting), 404, "db.missing"},
			{"a trial that nobody can make", "POST", "/api/methods/M14/trial", "", `{"account":"0000000000001"}`, 409, "method.no_trial"},
			{"a simulation that nobody can make", "POST", "/api/methods/M14/simulation", "", `{}`, 409, "method.no_simulation"},
		}
		for _, tt := range tests {
			var headers []string
			if tt.match != "" {
				headers = []string{"If-Match", tt.match}
			}
			if w := g.Do("director", tt.method, tt.path, tt.body, headers...); w.Code != tt.code || !strings.Contains(w.Body.String(), tt.want) {
				g.Errorf("%s: %d %s, want %d with %s", tt.say, w.Code, w.Body, tt.code, tt.want)
			}
		}
	})
}

func TestMethodsOverHTTP(t *testing.T) {
	each(t, func(g *ground) {
		var list []Listed
		w := g.Do("rep", "GET", "/api/methods", "")
		if err := json.Unmarshal(w.Body.Bytes(), &list); err != nil || len(list) != 2 || list[0].ID != "M14" || list[0].Name != "scale.name" ||
			!list[0].Configurable || list[1].Configurable || list[1].Confidence != "low" {
			g.Errorf("%v: %s", err, w.Body)
		}
		var one Detail
		w = g.Do("rep", "GET", "/api/methods/M14", "")
		if err := json.Unmarshal(w.Body.Bytes(), &one); err != nil || w.Header().Get("ETag") != `"0"` || len(one.Form) != 3 ||
			string(one.Config) != string(one.Default) || one.Examples[0].Result != 4.0 || !one.Examples[0].Holds || one.Base != 1 {
			g.Errorf("%v: %s", err, w.Body)
		}
		if w := g.Do("rep", "GET", "/api/methods/M99", ""); w.Code != 200 || !strings.Contains(w.Body.String(), `"config":null`) {
			g.Errorf("%d %s", w.Code, w.Body)
		}
	})
}
