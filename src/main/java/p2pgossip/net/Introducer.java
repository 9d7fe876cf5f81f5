package p2pgossip.net;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.nio.command.RequestExecutionCommand;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOSession;
import p2pgossip.gossip.Failure;
import p2pgossip.net.password.BadProof;
import p2pgossip.net.password.CalledPairing;
import p2pgossip.net.password.CallersPairing;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Meeting;
import p2pgossip.net.password.Password;

/// Introduces one peer to another over one connection, in two requests. The arithmetic runs on the
/// client's thread for introductions; each step continues where the one before ended.
final class Introducer {

  /// The outcome, reported once on any thread. A new session is in the credentials.
  interface Outcome {

    void met();

    void failed(FailedRequest failure);

    /// The connection broke.
    void broken(Exception cause, boolean answerBegun);
  }

  private static final Failure UNANSWERED =
      new Failure(
          Failure.Kind.UNREACHABLE,
          "it has not answered the end of an introduction; the next one begins after a pause");
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int BUSY = 503;
  private static final int ANSWER_BYTES = 4_096;

  /// After this time an introduction is tried again if the other peer has too many.
  private static final Duration RETRY = Duration.ofMillis(300);

  private static final int MOST_RETRIES = 12;

  private final Credentials credentials;
  private final Password password;
  private final Meeting meeting;
  private final IOSession connection;
  private final CallingThreads threads;
  private final Outcome outcome;
  private int retries;
  private boolean answered;

  Introducer(
      Credentials credentials,
      Password password,
      Meeting meeting,
      IOSession connection,
      CallingThreads threads,
      Outcome outcome) {
    this.credentials = credentials;
    this.password = password;
    this.meeting = meeting;
    this.connection = connection;
    this.threads = threads;
    this.outcome = outcome;
  }

  void begin() {
    work(
        () -> {
          CallersPairing pairing = CallersPairing.begin(password, meeting, new SecureRandom());
          sendFirst(pairing);
        });
  }

  private void sendFirst(CallersPairing pairing) {
    send(
        PeerRequest.introduction(IntroductionDesk.FIRST, pairing.first()),
        answer -> {
          if (isAnswer(answer, CalledPairing.ANSWER_BYTES)) {
            work(() -> sendSecond(pairing, answer.body()));
          } else if (answer.status() == BUSY && retries++ < MOST_RETRIES) {
            sendFirstLater(pairing);
          } else {
            outcome.failed(refusedFirst(answer));
          }
        });
  }

  private void sendFirstLater(CallersPairing pairing) {
    try {
      threads.later(RETRY, () -> sendFirst(pairing));
    } catch (RejectedExecutionException e) {
      outcome.broken(e, true);
    }
  }

  private void sendSecond(CallersPairing pairing, byte[] answered) {
    CallersPairing.Second second;
    try {
      second = pairing.second(answered);
    } catch (BadProof e) {
      outcome.failed(Admittance.unauthorized(e.reason()));
      return;
    }
    // From here on, the other end may have learned whether one guess is right.
    credentials.notMetYet(meeting.called(), password, UNANSWERED);
    send(
        PeerRequest.introduction(IntroductionDesk.SECOND, second.message()),
        answer -> {
          try {
            if (answer.status() != OK) {
              throw refusedSecond(answer);
            }
            credentials.met(second.confirmed(answer.body()), password);
            outcome.met();
          } catch (BadProof e) {
            notMet(Admittance.unauthorized(e.reason()));
          } catch (FailedRequest e) {
            notMet(e);
          }
        });
  }

  private static boolean isAnswer(HttpAnswer answer, int length) {
    return answer.status() == OK && !answer.cut() && answer.body().length == length;
  }

  private static FailedRequest refusedFirst(HttpAnswer answer) {
    int status = answer.status();
    if (status == UNAUTHORIZED && Admittance.isOlder(answer.challenge())) {
      return Admittance.unauthorized(Admittance.OLDER_PROOF);
    }
    if (status == NOT_FOUND || status == NOT_ALLOWED) {
      return Admittance.unauthorized("it has no password, but this peer has one");
    }
    return refused(answer);
  }

  /// The other end has proven nothing yet, so its words are neither passed on nor a reason to give
  /// it up.
  private static FailedRequest refused(HttpAnswer answer) {
    if (AnswerReader.isHttpsOnly(answer)) {
      return new FailedRequest(TlsFailures.httpsOnly());
    }
    String reason =
        "it did not show that it knows the password of this peer: it answered an introduction with"
            + " status "
            + answer.status();
    return Admittance.unauthorized(
        answer.status() == BAD_REQUEST
            ? reason + "; another peer than the called one may have answered"
            : reason);
  }

  private static FailedRequest refusedSecond(HttpAnswer answer) {
    if (answer.status() != UNAUTHORIZED) {
      return refused(answer);
    }
    if (PasswordGate.UNKNOWN_SESSION.equals(answer.challenge())) {
      return new FailedRequest(
          new Failure(Failure.Kind.REFUSED, "it gave up an introduction before its end"));
    }
    return Admittance.unauthorized("its password differs from this peer's");
  }

  private void notMet(FailedRequest failure) {
    credentials.notMet(meeting.called(), password, failure.failure());
    outcome.failed(failure);
  }

  private void work(Runnable arithmetic) {
    try {
      threads.work(
          () -> {
            try {
              arithmetic.run();
            } catch (RuntimeException e) {
              outcome.broken(e, true);
            }
          });
    } catch (RejectedExecutionException e) {
      outcome.broken(e, true);
    }
  }

  private interface Next {
    void answered(HttpAnswer answer);
  }

  private void send(PeerRequest request, Next next) {
    Attempt attempt =
        new Attempt(
            request,
            meeting.called().toString(),
            new Shown(meeting.caller(), null),
            ANSWER_BYTES,
            false,
            new Attempt.Listener() {
              @Override
              public void answered(HttpAnswer answer) {
                answered = true;
                next.answered(answer);
              }

              @Override
              public void failed(Exception cause, boolean answerBegun) {
                outcome.broken(cause, answered || answerBegun);
              }
            });
    connection.enqueue(
        new RequestExecutionCommand(attempt, HttpCoreContext.create()), Command.Priority.NORMAL);
    if (!connection.isOpen()) {
      attempt.failed(new ConnectionClosedException());
    }
  }
}
