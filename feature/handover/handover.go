// Package handover decides what a successor is told of an account, when he takes over, and who helps him how long.
package handover
