// Package config decides where a setting comes from: what the command line
// says counts before ERBA_*, ERBA_* before the file, the file before the default.
package config

import (
	"os"
	"slices"
	"strings"

	"github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/providers/posflag"
	"github.com/knadh/koanf/v2"
	"github.com/spf13/pflag"

	"erba/kernel"
)

// Config is what can be set. A setting log-format is the flag --log-format,
// the variable ERBA_LOG_FORMAT and the line log-format of the file.
type Config struct {
	DB        string `koanf:"db"`
	Addr      string `koanf:"addr"`
	Cert      string `koanf:"tls-cert"`
	Key       string `koanf:"tls-key"`
	Insecure  bool   `koanf:"insecure-http"`
	Public    string `koanf:"public-url"`
	Proxies   string `koanf:"trusted-proxy"`
	Outbound  string `koanf:"outbound-allow"`
	KeyFile   string `koanf:"key-file"`
	Issuer    string `koanf:"oidc-issuer"`
	Client    string `koanf:"oidc-client"`
	Secret    string `koanf:"oidc-secret"`
	House     string `koanf:"oidc-name"`
	MailPlace string `koanf:"smtp-server"`
	MailUser  string `koanf:"smtp-user"`
	MailWord  string `koanf:"smtp-password"`
	MailFrom  string `koanf:"smtp-from"`
	Zone      string `koanf:"time-zone"`
	LogFormat string `koanf:"log-format"`
	LogLevel  string `koanf:"log-level"`
}

var names = []string{"db", "addr", "tls-cert", "tls-key", "insecure-http", "public-url", "trusted-proxy", "outbound-allow", "key-file",
	"oidc-issuer", "oidc-client", "oidc-secret", "oidc-name",
	"smtp-server", "smtp-user", "smtp-password", "smtp-from", "time-zone", "log-format", "log-level"}

// Common adds the flags that every command has.
func Common(f *pflag.FlagSet) {
	f.String("db", "erba.db", "postgres://… or the path of a SQLite file, made if it is not there")
	f.String("key-file", "", "what seals private values (also $ERBA_KEY_FILE); made beside the database if it is not there. Keep a copy apart from the backups")
	f.String("config", "", "a YAML file of settings (also $ERBA_CONFIG); each can also be a variable, such as ERBA_DB")
	f.String("time-zone", kernel.Zone().String(), "where the company lives: its clocks say which day it is")
	f.String("log-format", "text", "text or json")
	f.String("log-level", "info", "debug, info, warn or error")
}

// Serving adds the flags of a server.
func Serving(f *pflag.FlagSet) {
	f.String("addr", "127.0.0.1:8080", "where to listen")
	f.String("tls-cert", "", "the certificate, with those that vouch for it (PEM)")
	f.String("tls-key", "", "its private key (PEM)")
	f.Bool("insecure-http", false, "serve other machines without encryption; everybody on the way reads along")
	f.String("public-url", "", "the address that users type, such as https://erba.example.com; requests under other names are refused")
	f.String("trusted-proxy", "", "networks of the proxies that say who is behind them, with commas between: 10.0.0.5,10.1.0.0/16")
	f.String("oidc-issuer", "", "single sign-on by OpenID Connect: whose word is taken, such as https://sso.corp.example; needs --public-url")
	f.String("oidc-client", "", "what this server is called there; it is sent back to PUBLIC-URL/sso/back, sign-outs go to PUBLIC-URL/sso/farewell")
	f.String("oidc-secret", "", "the secret it has there; better in $ERBA_OIDC_SECRET, which no list of processes shows")
	f.String("oidc-name", "", "what the button on the sign-in page says; SSO if nothing")
	f.String("smtp-server", "", "where letters are handed in, host:port; without it nothing is sent by mail")
	f.String("smtp-user", "", "the name under which the server lets letters in, if it asks for one")
	f.String("smtp-password", "", "its password; better in $ERBA_SMTP_PASSWORD, which no list of processes shows")
	f.String("smtp-from", "", "the sender of every letter, such as Erba <erba@example.com>")
	f.String("outbound-allow", "", "services of your own network that the program may talk to, with commas between: sso.corp.example:8443,10.1.0.0/16")
}

// Load reads the settings of a command from its flags, the environment and the file.
func Load(flags *pflag.FlagSet) (c Config, err error) {
	k := koanf.New(".")
	if err := readFile(k, path(flags)); err != nil {
		return c, err
	}
	if err := k.Load(env.Provider(".", env.Opt{Prefix: "ERBA_", TransformFunc: variable}), nil); err != nil {
		return c, err
	}
	if err := k.Load(posflag.Provider(flags, ".", k), nil); err != nil {
		return c, err
	}
	return c, k.Unmarshal("", &c)
}

// path is where the file is, "" for none.
func path(flags *pflag.FlagSet) string {
	if named, err := flags.GetString("config"); err == nil && named != "" {
		return named
	}
	return os.Getenv("ERBA_CONFIG")
}

// readFile refuses a line that sets nothing: it is a slip of the pen.
func readFile(k *koanf.Koanf, path string) error {
	if path == "" {
		return nil
	}
	if err := k.Load(file.Provider(path), yaml.Parser()); err != nil {
		return kernel.Invalid("config.bad_file", "file", path, "why", err)
	}
	for _, key := range k.Keys() {
		if !slices.Contains(names, key) {
			return kernel.Invalid("config.unknown", "file", path, "name", key)
		}
	}
	return nil
}

// variable turns ERBA_LOG_FORMAT into log-format; other variables, and empty ones, set nothing.
func variable(name, value string) (string, any) {
	name = strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(name, "ERBA_")), "_", "-")
	if value == "" || !slices.Contains(names, name) {
		return "", nil
	}
	return name, value
}
