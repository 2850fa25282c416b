import { graphql, type ResultOf } from '../../api/graphql';

export const SYSTEM = graphql(`
  query System {
    system {
      at
      head
      testClockFrom
      failing
      views {
        name
        version
        build
        state
        position
        eventsBehind
        secondsBehind
        parked
      }
      parked {
        follower
        stream {
          id
          label
        }
        position
        error
      }
      alarms {
        name
        of
        said
        facts
      }
      measures {
        name
        of
        said
        value
      }
    }
  }
`);

export type System = ResultOf<typeof SYSTEM>['system'];

export const SETTINGS = graphql(`
  query Settings {
    system {
      settings {
        name
        value
        source
        masked
      }
    }
  }
`);

export const SECURITY_LOG = graphql(`
  query SecurityLog {
    securityLog(first: 200) {
      at
      event
      about {
        id
        label
      }
      by {
        id
        label
      }
      operation
      code
      count
    }
  }
`);

export type Entry = ResultOf<typeof SECURITY_LOG>['securityLog'][number];
